import { digestOf } from '../../../calls/merge/transcript.js';
import type { ToolCall } from '../../../tools/tool-ledger.js';
import { type Fields, storable, storableJson } from './fields.js';
import { indexable, type VapiMessage } from './vapi-message.js';

/** The tool calls of a message in the order asked, whichever of its shapes Vapi has sent. */
export function readToolCalls(told: VapiMessage): ToolCall[] {
  return told.kind === 'function-call' ? readFunctionCall(told) : readList(told.message).flatMap(readToolCall);
}

function readList(message: Fields): Fields[] {
  const [list = []] = [
    message.list('toolCallList'),
    message.list('toolCalls'),
    message.list('toolWithToolCallList').map((tool) => tool.at('toolCall')),
  ].filter((items) => items.length > 0);
  return list;
}

/** One tool call; nothing where it has no id. */
export function readToolCall(item: Fields): ToolCall[] {
  const described = item.at('function');
  const id = item.raw('id');
  if (typeof id !== 'string' || id === '') return [];
  const given = [
    described.raw('arguments'),
    item.raw('arguments'),
    item.raw('parameters'),
    described.raw('parameters'),
  ];
  return [{ id, name: described.text('name', 200) ?? item.text('name', 200) ?? '', arguments: readArguments(given) }];
}

/** The older form has no id: it is the same one when it asks the same at the same moment. */
function readFunctionCall({ message }: VapiMessage): ToolCall[] {
  const asked = message.at('functionCall');
  const given = readArguments([asked.raw('parameters'), asked.raw('arguments')]);
  const name = asked.text('name', 200) ?? '';
  const content = JSON.stringify([name, given, message.time('timestamp') ?? null]);
  return [{ id: `function-call:${digestOf(content)}`, name, arguments: given }];
}

/** Objects, or their JSON as a string. */
function readArguments(candidates: readonly unknown[]): unknown {
  const given = candidates.find((value) => value !== undefined && value !== null) ?? {};
  if (typeof given !== 'string') return storableJson(given);
  try {
    return storableJson(JSON.parse(given));
  } catch {
    return storable(given);
  }
}

/** A call's key in the ledger; tools can also be asked for in a chat, which is no call. */
export function ledgerCallKey({ callKey, message }: VapiMessage): string {
  return callKey ?? indexable(`chat:${message.at('chat').text('id') ?? ''}`) ?? '';
}

/** Tool calls as the ledger keeps them: PostgreSQL's text has no U+0000, and its index entries have a limit. */
export function ledgerCalls(calls: readonly ToolCall[]): ToolCall[] {
  return calls.map((call) => ({ ...call, id: ledgerId(call.id) }));
}

export function ledgerId(id: string): string {
  return indexable(storable(id)) ?? '';
}
