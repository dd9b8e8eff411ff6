import { isMembers, membersOf, textOf, type Members } from '../http/vapi-request.js';
import type { VapiStore } from '../vapi-store.js';

/** What an assistant may use. */
export interface AssistantTools {
  /** Those that a server answers, by name. */
  readonly functions: ReadonlyMap<string, Members>;
  readonly types: ReadonlySet<string>;
  readonly transfer: Members | null;
  /** A tool that its model names does not exist: no call gets through then. */
  readonly isBroken: boolean;
}

export function toolsOf(assistant: Members | null, store: VapiStore): AssistantTools {
  const { toolIds, tools: inline } = membersOf(membersOf(assistant).model);
  const named = listOf(toolIds).map((id) => store.find('tool', String(id)));
  const tools = [...named, ...listOf(inline)].filter(isMembers);
  const functions = tools.flatMap((tool): [string, Members][] => {
    const name = tool.type === 'function' ? textOf(membersOf(tool.function).name) : undefined;
    return name === undefined ? [] : [[name, definitionOf(tool)]];
  });
  return {
    functions: new Map(functions),
    types: new Set(tools.map(({ type }) => String(type))),
    transfer: tools.find(({ type }) => type === 'transferCall') ?? null,
    isBroken: named.includes(null),
  };
}

/** As it comes back with each of its calls: not as a thing on record. */
function definitionOf(tool: Members): Members {
  const { id: _id, orgId: _org, createdAt: _created, updatedAt: _updated, latestVersionNumber: _v, ...rest } = tool;
  return rest;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
