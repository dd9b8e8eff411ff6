import { z } from 'zod';
import type { LiveAssistant, LiveTool } from './live-account.js';
import type { VapiToolBody } from './tool-body.js';
import { toolChanges } from './tool-changes.js';

/** What is to become of one tool: made where it has no id, changed where there are changes. */
export interface ToolPlan {
  key: string;
  body: VapiToolBody;
  id: string | null;
  changes: Readonly<Record<string, unknown>> | null;
}

/** A tool that the assistant has by the same name, and that is not ours to change; ours is left out then. */
export interface ToolClash {
  key: string;
  /** Where the other one is asked for; null for one that stands in the assistant itself. */
  url: string | null;
}

export interface ToolSetPlan {
  tools: readonly ToolPlan[];
  clashes: readonly ToolClash[];
  /** Tools that the assistant is to have no more: ours of before, in place of which others come. */
  superseded: readonly string[];
}

export interface LiveTools {
  tools: readonly LiveTool[];
  assistants: readonly LiveAssistant[];
  /** The one that gets the tools; null where they are only made. */
  assistant: LiveAssistant | null;
  /** The tools that it was given by us, so that they may have to follow us to another address or number. */
  given?: ReadonlySet<string> | undefined;
}

/**
 * Finds which tools at Vapi are the wanted ones: those of the same type, and for functions of the same name at the same
 * address. One that another assistant has too is taken as it is or not at all, since a change of it would change that
 * assistant.
 */
export function planTools(wanted: ReadonlyMap<string, VapiToolBody>, live: LiveTools): ToolSetPlan {
  const plans = [...wanted].map(([key, body]) => ({ key, body, ...planTool(body, live) }));
  return {
    tools: plans.flatMap(({ key, body, clash, id, changes }) => (clash ? [] : { key, body, id, changes })),
    clashes: plans.flatMap(({ key, clash }) => (clash ? { key, url: clash.url } : [])),
    superseded: plans.flatMap(({ superseded }) => superseded),
  };
}

interface Found extends Pick<ToolPlan, 'id' | 'changes'> {
  clash: Pick<ToolClash, 'url'> | null;
  superseded: readonly string[];
}

function planTool(body: VapiToolBody, live: LiveTools): Found {
  const clash = clashOf(body, live);
  if (clash) return { id: null, changes: null, clash, superseded: [] };
  const candidates = live.tools
    .filter((tool) => isSame(tool, body, live))
    .map((tool) => ({ ...tool, changes: toolChanges(tool, body), ...attachment(tool, live) }))
    .sort((one, other) => Number(other.isOurs) - Number(one.isOurs));
  const usable = candidates.filter(({ changes, isOthers }) => changes === null || !isOthers);
  const chosen = usable.find(({ changes, isOurs }) => isOurs && changes === null) ?? usable[0];
  const before = candidates.filter(({ id, isOurs }) => isOurs && id !== chosen?.id);
  return {
    id: chosen?.id ?? null,
    changes: chosen?.changes ?? null,
    clash: null,
    superseded: before.map(({ id }) => id),
  };
}

function isSame(tool: LiveTool, body: VapiToolBody, { given }: Pick<LiveTools, 'given'>): boolean {
  const isGiven = given?.has(tool.id) ?? false;
  if (tool.type !== body.type) return false;
  if ('function' in body) return tool.name === body.function.name && (isGiven || tool.url === body.server.url);
  // One that somebody else has made leads where they want it to.
  return !('destinations' in body) || isGiven || leadsTo(tool, body.destinations[0]?.number);
}

const numbers = z.array(z.object({ number: z.string() })).length(1);

function leadsTo({ fields }: LiveTool, number: string | undefined): boolean {
  return numbers.safeParse(fields.destinations).data?.[0]?.number === number;
}

function attachment({ id }: LiveTool, { assistant, assistants }: LiveTools): { isOurs: boolean; isOthers: boolean } {
  const others = assistants.filter((each) => each.id !== assistant?.id);
  return {
    isOurs: assistant?.toolIds.includes(id) ?? false,
    isOthers: others.some(({ toolIds }) => toolIds.includes(id)),
  };
}

function clashOf(body: VapiToolBody, live: LiveTools): Pick<ToolClash, 'url'> | null {
  const { tools, assistant } = live;
  const name = 'function' in body ? body.function.name : body.type;
  if (assistant?.inlineTools.includes(name)) return { url: null };
  const attached = tools.filter(({ id }) => assistant?.toolIds.includes(id));
  const other = attached.find((tool) => tool.name === name && !isSame(tool, body, live));
  return other ? { url: other.url } : null;
}
