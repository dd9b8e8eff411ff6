import type { ChaosCall } from '../events/chaos-call.js';
import type { Sent } from '../events/sender.js';
import type { DatabaseRecord, ToolRow } from './database-record.js';
import { differences } from './differences.js';
import type { Tally } from './tally.js';

/** A tool call was run once, everyone who asked was answered the same, and what was answered is what was done. */
export function judgeTools(sent: readonly Sent[], record: DatabaseRecord, tally: Tally): void {
  for (const [call, answers] of answersByCall(sent)) {
    const { callId } = call.script;
    const rows = record.tools.get(callId) ?? [];
    tally.add('doubled', `${callId} has ${rows.length} tool calls in the ledger`, rows.length - 1);
    const [row] = rows;
    if (!row) {
      tally.add('lost', `the tool call of ${callId} is not in the ledger`);
      continue;
    }
    for (const answer of answers) {
      if (answer === said(row)) continue;
      tally.add('wrong', `${callId} was answered "${answer}", and the ledger says "${said(row)}" (${row.state})`);
    }
    judgeMessages(call, { row, record, tally });
  }
}

/** How many tool calls ended with an apology: not a fault, but nothing that a caller likes to hear. */
export function countApologies(record: DatabaseRecord): number {
  return [...record.tools.values()].flat().filter(({ error }) => error !== null).length;
}

interface Court {
  row: ToolRow;
  record: DatabaseRecord;
  tally: Tally;
}

function judgeMessages(call: ChaosCall, { row, record, tally }: Court): void {
  const { callId } = call.script;
  const expected = row.result === null ? [] : expectedMessages(call);
  const messages = (record.calls.get(callId) ?? []).flatMap((recorded) => recorded.messages);
  if (messages.length > expected.length)
    tally.add('doubled', `${callId} has ${messages.length} messages`, messages.length - expected.length);
  else if (messages.length < expected.length) tally.add('lost', `the message of ${callId} is not there`);
  else if (differences(messages, expected).length > 0)
    tally.add('wrong', `${callId} message ${differences(messages, expected).join('; ')}`);
}

/** As the scenario has the caller dictate it. */
function expectedMessages({ script }: ChaosCall) {
  return script.events.flatMap(({ toolRequest }) => {
    if (toolRequest?.name !== 'leave_message') return [];
    const { name, callback, text } = toolRequest.arguments;
    return [{ name, callback, text }];
  });
}

function answersByCall(sent: readonly Sent[]): Map<ChaosCall, Set<string>> {
  const answers = new Map<ChaosCall, Set<string>>();
  for (const { event, answer } of sent) {
    if (answer === undefined || !event.told.toolRequest) continue;
    answers.set(event.call, (answers.get(event.call) ?? new Set()).add(spoken(answer)));
  }
  return answers;
}

interface ToolReply {
  results?: { result?: string; error?: string }[];
  result?: string;
}

/** What the caller hears; the older form has one result and no id. */
function spoken(answer: string): string {
  const reply = JSON.parse(answer) as ToolReply;
  const [first] = reply.results ?? [];
  return first?.result ?? first?.error ?? reply.result ?? '';
}

function said({ result, error }: ToolRow): string {
  return result ?? error ?? '';
}
