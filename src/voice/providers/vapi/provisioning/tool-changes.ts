import { isDeepStrictEqual } from 'node:util';
import type { LiveTool } from './live-account.js';
import { mergeWanted } from './managed-fields.js';
import type { VapiToolBody } from './tool-body.js';

type Members = Readonly<Record<string, unknown>>;

/**
 * The fields of a tool that have to be replaced for it to be as wanted; null when it is. What we do not set stays as
 * somebody has set it, also inside a field that is replaced: Vapi replaces fields whole.
 */
export function toolChanges({ fields }: Pick<LiveTool, 'fields'>, wanted: VapiToolBody): Members | null {
  const changes: Record<string, unknown> = {};
  const { messages } = wanted;
  if (!says(fields.messages, messages)) changes.messages = messages;
  if ('destinations' in wanted) {
    const settled = mergeWanted(fields.destinations, wanted.destinations);
    if (!isDeepStrictEqual(settled, fields.destinations)) changes.destinations = settled;
  }
  if ('function' in wanted) {
    if ((fields.async ?? false) !== wanted.async) changes.async = wanted.async;
    for (const [field, settled] of [
      ['function', settledFunction(fields.function, wanted.function)],
      ['server', settledServer(fields.server, wanted.server)],
    ] as const) {
      if (!isDeepStrictEqual(settled, fields[field])) changes[field] = settled;
    }
  }
  return Object.keys(changes).length === 0 ? null : changes;
}

/** Vapi may add its defaults to each of them. */
function says(live: unknown, wanted: readonly object[]): boolean {
  const list: readonly unknown[] = Array.isArray(live) ? live : [];
  if (list.length !== wanted.length) return false;
  return wanted.every((message, index) => isDeepStrictEqual({ ...membersOf(list[index]), ...message }, list[index]));
}

function settledFunction(live: unknown, wanted: object): Members {
  return { ...membersOf(live), ...wanted };
}

const secretHeader = 'x-vapi-secret';

/** One proof and no other: a header that is set by hand goes before what a credential sends. */
export function settledServer(live: unknown, wanted: { credentialId?: string; headers?: Members }): Members {
  const { credentialId: _, headers, ...rest } = membersOf(live);
  const others = Object.entries(membersOf(headers)).filter(([name]) => name.toLowerCase() !== secretHeader);
  const all = { ...Object.fromEntries(others), ...wanted.headers };
  const hasHeaders = headers !== undefined || wanted.headers !== undefined;
  const { headers: __, ...own } = wanted;
  return { ...rest, ...own, ...(hasHeaders && { headers: all }) };
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
