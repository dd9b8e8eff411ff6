import { Fields, storableJson } from './fields.js';

/** How a tool ended that Vapi ran by itself; both are null when the history does not tell. */
export interface NativeOutcome {
  result: string | null;
  error: string | null;
}

const longestResult = 20_000;
const unknown: NativeOutcome = { result: null, error: null };

/** What Vapi writes in place of a result that it does not have yet. */
const pending = /^tool result still pending/i;

/**
 * Google's answer to an event that was created comes through as JSON. How a failure looks is documented nowhere: what is
 * said to be an error is one, and so is a text whose first words say so.
 */
const failing =
  /^(?!success)(?:[^\w]*\w+\W+){0,2}(?:error|fail(?:ed|ure)?|unable|could ?n[o’']t|cannot|invalid|unauthori[sz]ed|forbidden|denied|no result returned)\b/i;

/** Reads the message of a history that tells a tool's result. */
export function readOutcome(message: Fields | undefined): NativeOutcome {
  if (!message) return unknown;
  const error = textOf(message.raw('error'));
  if (error !== undefined) return { result: null, error };
  const result = textOf(message.raw('result'));
  if (result === undefined || pending.test(result)) return unknown;
  return tellsFailure(result) ? { result: null, error: result } : { result, error: null };
}

/** Results are text, and often JSON in it; some senders leave the JSON as it is. */
function textOf(value: unknown): string | undefined {
  const text = typeof value === 'object' && value !== null ? JSON.stringify(storableJson(value)) : value;
  return Fields.of({ text }).text('text', longestResult);
}

function tellsFailure(result: string): boolean {
  if (!result.startsWith('{')) return failing.test(result);
  const told = Fields.of(parsed(result));
  const status = told.text('status', 40)?.toLowerCase() ?? '';
  return Boolean(told.raw('error')) || told.raw('success') === false || ['error', 'failed', 'failure'].includes(status);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
