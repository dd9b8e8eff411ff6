import { rank, type Registers, type Telling } from '../../../calls/merge/call-facts.js';
import { earliest, latest, type Register } from '../../../calls/merge/evidence.js';
import { nativeField, nativeUse, type NativeUse } from '../../../calls/merge/native-use.js';
import type { Fields } from './fields.js';
import { readOutcome, type NativeOutcome } from './native-outcome.js';
import { declaredTools, nativeToolOf, type DeclaredTools } from './native-tool-names.js';
import { ledgerId, readToolCall } from './read-tool-calls.js';
import type { VapiMessage } from './vapi-message.js';

/** They stand in the call's evidence one by one; no conversation needs more. */
const mostUses = 100;

type Uses = Required<Pick<Telling, 'registers' | 'nativeUses'>>;

/**
 * Tools that Vapi ran by itself. Nobody asks this server for them, so a history is all that it ever sees of them: what was
 * asked for, what came back, and nothing of what became of it afterwards. While a call runs only those are read whose end
 * is known; what the report tells without an end has none. Calls of our own tools stand in the same history, and are in
 * the ledger already.
 */
export function readNativeUses(told: VapiMessage, from: 'history' | 'report'): Uses {
  const uses = usesIn(historyOf(told), told);
  const nativeUses = from === 'report' ? uses : uses.filter(endIsKnown);
  const registers: Registers = Object.fromEntries(
    nativeUses.map((use) => [nativeField(use.toolCallId), registerOf(use, told.at, from)]),
  );
  return { registers, nativeUses };
}

function historyOf({ message }: VapiMessage): Fields[] {
  const messages = message.at('artifact').list('messages');
  return messages.length > 0 ? messages : message.list('messages');
}

function usesIn(history: readonly Fields[], told: VapiMessage): NativeUse[] {
  const asked = history.filter((message) => message.raw('role') === 'tool_calls');
  if (asked.length === 0) return [];
  const declared = new Map([
    ...declaredTools(told.call.at('assistant')),
    ...declaredTools(told.message.at('assistant')),
  ]);
  const results = new Map(
    history.filter(isResult).map((message) => [ledgerId(String(message.raw('toolCallId'))), message]),
  );
  const uses = asked.flatMap((message) => {
    const at = message.time('time') ?? told.at;
    return message.list('toolCalls').flatMap((item) => readUse(item, { at, declared, results }));
  });
  return [...new Map(uses.map((use) => [use.toolCallId, use])).values()].slice(0, mostUses);
}

function isResult(message: Fields): boolean {
  return message.raw('role') === 'tool_call_result' && typeof message.raw('toolCallId') === 'string';
}

interface History {
  at: number;
  declared: DeclaredTools;
  /** By the id of the tool call. */
  results: ReadonlyMap<string, Fields>;
}

function readUse(item: Fields, { at, declared, results }: History): NativeUse[] {
  return readToolCall(item).flatMap((call) => {
    const name = nativeToolOf(call.name, declared);
    const toolCallId = ledgerId(call.id);
    if (name === undefined || toolCallId === '') return [];
    const answered = results.get(toolCallId);
    const outcome = readOutcome(answered);
    const endedAt = endIsKnown(outcome) ? answered?.time('time') : undefined;
    const durationMs = endedAt === undefined ? null : Math.min(longestMs, Math.max(0, endedAt - at));
    return [nativeUse({ toolCallId, name, arguments: asObject(call.arguments), ...outcome, at, durationMs })];
  });
}

/** What the column holds. */
const longestMs = 2 ** 31 - 1;

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}

function endIsKnown({ result, error }: NativeOutcome): boolean {
  return result !== null || error !== null;
}

/** Whoever knows the end is believed before who does not. A history repeats what it told: its first telling stands. */
function registerOf(use: NativeUse, at: number, from: 'history' | 'report'): Register {
  if (!endIsKnown(use)) return latest(rank.snapshot, at, use.digest);
  return from === 'report' ? latest(rank.report, at, use.digest) : earliest(rank.event, at, use.digest);
}
