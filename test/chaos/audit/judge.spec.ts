import { createHash } from 'node:crypto';
import { makeCalls, type ChaosCall, type ChaosEvent } from '../events/chaos-call.js';
import { planDeliveries } from '../events/deliveries.js';
import type { Sent } from '../events/sender.js';
import { lineOf, type Workspace } from '../system/workspaces.js';
import type { DatabaseRecord, EventRow, Facts, RecordedCall, ToolRow } from './database-record.js';
import { expectedCall } from './expected-call.js';
import { judge } from './judge.js';
import type { OpenWork } from './open-work.js';

const workspaces = [0, 1].map((index): Workspace => {
  const id = `workspace-${index}`;
  const line = lineOf(index);
  return { id, assistantId: 'assistant', endpointId: `endpoint-${index}`, path: '/', secret: 'secret', line };
});
const told = 'Merci, votre message est noté et sera transmis.';
const nothing: OpenWork = { events: 0, tools: 0, jobs: 0 };

/** A run in which everything went well, as the judge gets it, open to be spoiled. */
interface Trial {
  calls: ChaosCall[];
  sent: Sent[];
  left: OpenWork;
  record: {
    events: EventRow[];
    calls: Map<string, { -readonly [Part in keyof RecordedCall]: Facts[] & RecordedCall[Part] }[]>;
    tools: Map<string, ToolRow[]>;
    effects: Map<string, number>;
    contacts: Map<string, number>;
    currencies: Map<string, string>;
  };
}

function wellDone(): Trial {
  const calls = makeCalls(workspaces, { seed: 7, calls: 40, events: 400 });
  const events = calls.flatMap((call) => call.events);
  const numbers = (workspace: Workspace) =>
    new Set(calls.filter((call) => call.workspace === workspace).map(({ script }) => script.scenario.caller.number));
  const record = {
    events: events.map((event, index) => rowOf(event, index)),
    calls: new Map(calls.map((call) => [call.script.callId, [recorded(call)]])),
    tools: new Map(
      calls.filter(toolOf).map(({ script }) => [script.callId, [{ state: 'done', result: told, error: null }]]),
    ),
    effects: new Map(events.map((_, index) => [`event-${index}`, 1])),
    contacts: new Map(workspaces.map((workspace) => [workspace.id, numbers(workspace).size])),
    currencies: new Map(workspaces.map(({ id }) => [id, 'EUR'])),
  } satisfies DatabaseRecord;
  const sent = planDeliveries(calls, { seed: 7, rate: 100 }).map(({ event }): Sent => {
    const answer = JSON.stringify(event.told.toolRequest ? { results: [{ result: told }] } : {});
    return { event, ackMs: 5, attempts: 1, answer };
  });
  return { calls, sent, left: nothing, record: record as unknown as Trial['record'] };
}

function rowOf({ call, raw }: ChaosEvent, index: number): EventRow {
  const digest = createHash('sha256').update(raw).digest('hex');
  return { id: `event-${index}`, account: call.workspace.endpointId, digest, status: 'PROCESSED' };
}

function recorded(call: ChaosCall): RecordedCall {
  const expected = expectedCall(call, call.events, 'EUR');
  if (!expected) throw new Error('A call of no events.');
  const request = toolOf(call);
  const message = request?.name === 'leave_message' ? [{ ...request.arguments }] : [];
  return { ...structuredClone(expected), messages: message };
}

function toolOf({ script }: ChaosCall) {
  return script.events.find(({ toolRequest }) => toolRequest)?.toolRequest;
}

/** Calls of a kind, with what is on record of them. */
function find(trial: Trial, fits: (call: ChaosCall) => boolean) {
  const call = trial.calls.find(fits);
  const [row] = trial.record.calls.get(call?.script.callId ?? '') ?? [];
  if (!call || !row) throw new Error('The trial has no such call.');
  return { id: call.script.callId, row };
}

const leftMessage = (call: ChaosCall) => toolOf(call)?.name === 'leave_message';
const wasReported = (call: ChaosCall) => call.events.some(({ told: { moment } }) => moment.kind === 'report');

type Counts = [lost: number, doubled: number, wrong: number, stuck: number];

describe('the judge', () => {
  it('finds nothing where all went well', () => {
    const { examples, counts } = judge(wellDone());
    expect(examples).toEqual([]);
    expect(counts).toEqual({ lost: 0, doubled: 0, wrong: 0, stuck: 0 });
  });

  it.each<[string, Counts, (trial: Trial) => void]>([
    ['an event without a row', [1, 0, 0, 0], ({ record }) => void record.events.pop()],
    ['a dead event', [1, 0, 0, 0], ({ record }) => void Object.assign(record.events[3] ?? {}, { status: 'DEAD' })],
    ['an event that took no effect', [1, 0, 0, 0], ({ record }) => void record.effects.delete('event-5')],
    ['an effect that came three times', [0, 2, 0, 0], ({ record }) => void record.effects.set('event-5', 3)],
    [
      'an event with two rows',
      [0, 1, 0, 0],
      ({ record }) => void record.events.push({ ...(record.events[0] as EventRow), id: 'again' }),
    ],
    [
      'a message twice',
      [0, 1, 0, 0],
      (trial) => {
        const { row } = find(trial, leftMessage);
        row.messages.push({ ...row.messages[0] });
      },
    ],
    ['a message that is not there', [1, 0, 0, 0], (trial) => void find(trial, leftMessage).row.messages.pop()],
    [
      'a bill written twice',
      [0, 8, 1, 0],
      (trial) => {
        const { row } = find(trial, (call) => wasReported(call) && call.script.scenario.key === 'message-for-the-team');
        row.usage.push(...row.usage);
      },
    ],
    [
      'a call of the wrong status',
      [0, 0, 1, 0],
      (trial) => void Object.assign(find(trial, wasReported).row.row, { status: 'RINGING' }),
    ],
    ['a transcript that lacks its end', [0, 0, 1, 0], (trial) => void find(trial, leftMessage).row.segments.pop()],
    ['a call that is not there', [1, 0, 1, 0], (trial) => void trial.record.calls.delete(find(trial, leftMessage).id)],
    [
      'a contact twice',
      [0, 1, 0, 0],
      ({ record }) => void record.contacts.set('workspace-0', 1 + (record.contacts.get('workspace-0') ?? 0)),
    ],
    [
      'an answer that the ledger does not know',
      [0, 0, 1, 0],
      ({ sent }) => {
        const answered = sent.find(({ event }) => event.told.toolRequest);
        if (answered) answered.answer = JSON.stringify({ results: [{ error: 'Toutes mes excuses.' }] });
      },
    ],
    ['work that nobody finished', [0, 0, 0, 3], (trial) => void (trial.left = { events: 1, tools: 2, jobs: 0 })],
  ])('counts %s', (_, [lost, doubled, wrong, stuck], spoil) => {
    const trial = wellDone();
    spoil(trial);
    expect(judge(trial).counts).toEqual({ lost, doubled, wrong, stuck });
  });

  it('does not ask for what was never acknowledged', () => {
    const trial = wellDone();
    const [event] = trial.calls[0]?.events ?? [];
    trial.sent = trial.sent.map((sent) =>
      sent.event === event ? { ...sent, ackMs: undefined, answer: undefined } : sent,
    );
    trial.record.events.shift();
    expect(judge(trial).counts).toEqual({ lost: 0, doubled: 0, wrong: 0, stuck: 0 });
  });
});
