import type { AssistantDifference, VoiceAssistant } from '../../../assistants/voice-assistant.entity.js';
import { assistantBody, managedBy, type VapiAssistantBody } from './assistant-body.js';
import type { LiveAssistant, LiveTool } from './live-account.js';
import { fieldChanges, isMembers, masked, mergeWanted, pathsOf } from './managed-fields.js';
import { planTools, type ToolClash, type ToolPlan } from './plan-tools.js';
import { settledServer } from './tool-changes.js';
import type { VapiToolBody, VapiToolServer } from './tool-body.js';

type Members = Readonly<Record<string, unknown>>;

/** What this server has put into an assistant at Vapi, so that it can take it out again, and nothing else. */
export interface VapiBelongings {
  /** Paths of fields. */
  paths: readonly string[];
  /** Tools that it was given; `made` where they had to be made for it. */
  tools: readonly { id: string; key: string; made: boolean }[];
}

/** An assistant as it is to be at Vapi. */
export interface AssistantWish {
  assistant: VoiceAssistant;
  bodies: ReadonlyMap<string, VapiToolBody>;
  server: VapiToolServer;
  belongings: VapiBelongings | null;
}

/** What an account at Vapi holds. */
export interface LiveAccount {
  tools: readonly LiveTool[];
  assistants: readonly LiveAssistant[];
}

export interface AssistantPlan {
  live: LiveAssistant | null;
  tools: readonly ToolPlan[];
  clashes: readonly ToolClash[];
  /** Tools that it is to lose. */
  detached: readonly string[];
  /** Of these, what we have made and nobody else has. */
  removed: readonly string[];
  changes: readonly AssistantDifference[];
}

const nothing: VapiBelongings = { paths: [], tools: [] };

/** Compares an assistant with what stands at Vapi. What others have set there is neither a difference nor lost. */
export function planAssistant(wish: AssistantWish, account: LiveAccount): AssistantPlan {
  const live = findLive(wish.assistant, account.assistants);
  const given = new Set((wish.belongings ?? nothing).tools.map(({ id }) => id));
  const { tools, clashes, superseded } = planTools(wish.bodies, { ...account, assistant: live, given });
  const wanted = new Set(tools.map(({ id }) => id));
  const lost = (live?.toolIds ?? []).filter((id) => given.has(id) && !wanted.has(id));
  const detached = [...new Set([...superseded, ...lost])];
  const removed = detached.filter((id) => isMade(id, wish) && !isShared(id, { live, account }));
  const plan = { live, tools, clashes, detached, removed };
  return { ...plan, changes: [...toolDifferences(plan, account), ...assistantDifferences(wish, plan)] };
}

/** The whole assistant, once its tools have ids. */
export function wholeBody(
  { assistant, server }: AssistantWish,
  plan: Pick<AssistantPlan, 'live' | 'detached'>,
  ids: readonly string[],
): VapiAssistantBody {
  const kept = (plan.live?.toolIds ?? []).filter((id) => !plan.detached.includes(id));
  return assistantBody(assistant, { server, toolIds: [...new Set([...kept, ...ids])] });
}

/** The fields of an assistant that have to be replaced, each whole. */
export function fieldsToReplace(
  body: VapiAssistantBody,
  live: LiveAssistant,
  belongings: VapiBelongings | null,
): Members {
  const { fields } = live;
  const known = { ...fields, server: withProof(fields.server, body.server) };
  const merged = mergeWanted(known, body, { owned: (belongings ?? nothing).paths });
  const changed = new Set(fieldChanges(fields, isMembers(merged) ? merged : {}, { depth: 1 }).map(({ path }) => path));
  return Object.fromEntries(
    Object.entries(isMembers(merged) ? merged : {}).filter(([key]) => key in body && changed.has(key)),
  );
}

/** What was put into the assistant, for the next time. */
export function belongingsOf(body: VapiAssistantBody, tools: VapiBelongings['tools']): VapiBelongings {
  return { paths: pathsOf(body), tools };
}

/** By its id; else by our mark, which is how one is found whose making was never answered. */
export function findLive(
  { vapiAssistantId, workspaceId, id }: Pick<VoiceAssistant, 'vapiAssistantId' | 'workspaceId' | 'id'>,
  assistants: readonly LiveAssistant[],
): LiveAssistant | null {
  const known = assistants.find((each) => each.id === vapiAssistantId);
  return known ?? assistants.find((each) => isMarked(each, { workspaceId, id })) ?? null;
}

/** Whether it carries our mark for this assistant: only such a one is ever deleted. */
export function isMarked(
  { fields: { metadata } }: LiveAssistant,
  { workspaceId, id }: Pick<VoiceAssistant, 'workspaceId' | 'id'>,
): boolean {
  if (!isMembers(metadata)) return false;
  return metadata.managedBy === managedBy && metadata.workspaceId === workspaceId && metadata.assistantId === id;
}

function withProof(live: unknown, { url, credentialId, headers }: Members): Members {
  return settledServer(live, {
    ...(typeof url === 'string' && { url }),
    ...(typeof credentialId === 'string' && { credentialId }),
    ...(isMembers(headers) && { headers }),
  });
}

function isMade(id: string, { belongings }: AssistantWish): boolean {
  return (belongings ?? nothing).tools.some((tool) => tool.id === id && tool.made);
}

function isShared(id: string, { live, account }: { live: LiveAssistant | null; account: LiveAccount }): boolean {
  return account.assistants.some((each) => each.id !== live?.id && each.toolIds.includes(id));
}

type Found = Omit<AssistantPlan, 'changes'>;

function toolDifferences({ live, tools, detached, removed }: Found, account: LiveAccount): AssistantDifference[] {
  const liveOf = (id: string) => account.tools.find((tool) => tool.id === id);
  const wanted = tools.flatMap(({ key, id, body, changes }): AssistantDifference[] => {
    const target = `tool:${key}`;
    if (id === null) return [{ target, action: 'CREATE', before: null, after: masked(body) }];
    const before = Object.fromEntries(
      Object.keys(changes ?? {}).map((field) => [field, liveOf(id)?.fields[field] ?? null]),
    );
    return [
      ...(changes ? [{ target, action: 'UPDATE' as const, before: masked(before), after: masked(changes) }] : []),
      ...(live && !live.toolIds.includes(id) ? [{ target, action: 'ATTACH' as const, before: null, after: id }] : []),
    ];
  });
  const lost = detached.map((id): AssistantDifference => {
    const tool = liveOf(id);
    const action = removed.includes(id) ? 'DELETE' : 'DETACH';
    return { target: `tool:${tool?.name ?? tool?.type ?? id}`, action, before: id, after: null };
  });
  return [...wanted, ...lost];
}

function assistantDifferences(wish: AssistantWish, found: Found): AssistantDifference[] {
  const { live } = found;
  const body = wholeBody(
    wish,
    found,
    found.tools.flatMap(({ id }) => id ?? []),
  );
  if (!live) return [{ target: 'assistant', action: 'CREATE', before: null, after: masked(body) }];
  const fields = fieldsToReplace(body, live, wish.belongings);
  return fieldChanges(live.fields, { ...live.fields, ...fields })
    .filter(({ path }) => path !== 'model.toolIds')
    .map(({ path, before, after }) => ({ target: `assistant.${path}`, action: 'UPDATE', before, after }));
}
