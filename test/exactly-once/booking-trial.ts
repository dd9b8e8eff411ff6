import { uuidv7 } from '../../src/kernel/context/index.js';
import { IntakeUnavailable } from '../../src/webhooks/index.js';
import { Intake } from '../../src/webhooks/intake/intake.service.js';
import { WebhookSourceRegistry } from '../../src/webhooks/webhook-source.registry.js';
import { alwaysOpenEventType } from '../support/always-open.js';
import { CalendarLine } from '../support/calendar-line.js';
import type { StandInBooking } from '../../src/sandbox/index.js';
import { callOf, secret, toolCalls, type Line } from '../../src/voice/providers/vapi/testing/vapi-intake.js';
import { Life } from './life.js';
import type { Kind, Schedule } from './schedule.js';

const eventTypes = [
  alwaysOpenEventType(1, { slotInterval: 30 }),
  alwaysOpenEventType(2, { title: 'Banquet', slotInterval: 30, requiresConfirmation: true }),
  alwaysOpenEventType(3, { title: 'Atelier', slotInterval: 30, seatsPerTimeSlot: 5 }),
] as const;
const idOf: Readonly<Record<Kind, number>> = { plain: 1, confirmed: 2, seats: 3 };

const saidAt = new Date('2026-11-21T09:15:00Z');
/** A slot of its own for each schedule, all of them in winter time. */
const firstSlot = Date.parse('2026-12-01T00:00:00Z');
const slotMs = 30 * 60_000;

/** What became of a schedule; no violation is what it should be. */
export interface TrialResult {
  violations: string[];
  /** How many words the longest life said. */
  words: number;
}

/** Books again and again under faults, at a Cal.com that is played, and looks whether each is booked once. */
export class BookingTrial {
  private constructor(
    readonly calendar: CalendarLine,
    private readonly line: Line,
    private readonly intake: Intake,
    private readonly sources: WebhookSourceRegistry,
  ) {}

  static async start(): Promise<BookingTrial> {
    const calendar = await CalendarLine.start({ eventTypes, now: () => saidAt }, { VOICE_TOOL_DEADLINE_MS: '9000' });
    const line = await calendar.openLine([1, 2, 3]);
    const { app } = calendar.intake.app;
    const sources = app.get(WebhookSourceRegistry, { strict: false });
    return new BookingTrial(calendar, line, app.get(Intake, { strict: false }), sources);
  }

  close(): Promise<void> {
    return this.calendar.close();
  }

  async play(schedule: Schedule, index: number): Promise<TrialResult> {
    const slot = new Date(firstSlot + index * slotMs);
    const call = this.order(schedule, slot);
    const { faults } = this.calendar.calcom;
    faults.clear();
    for (const fault of schedule.faults) faults.next({ method: 'POST', path: /\/v2\/bookings$/ }, fault);
    const [answers, lives] = [new Set<string>(), [] as Life[]];
    for (const round of [...schedule.rounds, [undefined]]) {
      const living = round.map((death) => new Life(death));
      lives.push(...living);
      for (const answer of await Promise.all(living.map((life) => life.live(() => this.ask(call))))) {
        if (answer !== null) answers.add(answer);
      }
      await this.passTime(call.callKey);
    }
    faults.clear();
    answers.add(await this.askAgain(call));
    const second = schedule.asksTwice ? await this.askAgain({ ...call, toolCallId: uuidv7() }) : undefined;
    const rival =
      schedule.kind === 'plain' ? await this.askAgain(this.order(schedule, slot, '+33698765432')) : undefined;
    const violations = await this.violations({ schedule, slot, answers, second, rival });
    return { violations, words: Math.max(...lives.map(({ words }) => words)) };
  }

  private order({ kind }: Schedule, slot: Date, number = '+33612345678'): Order {
    const args = { eventTypeId: idOf[kind], start: slot.toISOString(), attendeeName: 'Dupont' };
    return { callKey: uuidv7(), toolCallId: uuidv7(), number, args };
  }

  /** Delivers the tool call as Vapi does. @returns what the assistant hears. */
  private async ask({ callKey, toolCallId, number, args }: Order): Promise<string> {
    const call = { ...callOf(this.line, callKey), customer: { number } };
    const message = toolCalls(call, [[toolCallId, 'appointment_create', args]], { timestamp: saidAt.getTime() });
    const raw = Buffer.from(JSON.stringify(message));
    const source = this.sources.all().find(({ name }) => name === 'vapi');
    if (!source) throw new Error('There is no source "vapi".');
    const headers: Record<string, string> = { 'x-vapi-secret': secret, 'content-type': 'application/json' };
    const request = {
      method: 'POST',
      url: 'http://localhost/',
      raw,
      header: (name: string) => headers[name.toLowerCase()],
    };
    const content = await this.intake.accept({ source, endpointId: undefined, requestId: uuidv7(), request });
    const { results: [answer] = [] } = content as { results?: { result?: string; error?: string }[] };
    return answer?.result ?? `error: ${answer?.error ?? ''}`;
  }

  /** As Vapi does where it is told to come again: what the dead left behind may still be in the way for a moment. */
  private async askAgain(order: Order, triesLeft = 3): Promise<string> {
    try {
      return await this.ask(order);
    } catch (error) {
      if (!(error instanceof IntakeUnavailable) || triesLeft <= 1) throw error;
      return this.askAgain(order, triesLeft - 1);
    }
  }

  /** Leases of the dead run out, and nobody has to wait for it. */
  private async passTime(callKey: string): Promise<void> {
    for (const table of ['tool_invocations', 'booking_attempts']) {
      const text = `UPDATE ${table} SET lease_until = lease_until - interval '1 hour' WHERE call_key = $1 AND state = 'pending'`;
      await this.calendar.read(this.line.ctx, text, [callKey]);
    }
  }

  private async violations({ schedule, slot, answers, second, rival }: Heard): Promise<string[]> {
    const booked = this.calendar.calcom.bookings.list().filter((each) => startsAt(each, slot) && isOpen(each));
    const places = booked.reduce((sum, { attendees }) => sum + attendees.length, 0);
    const find = `SELECT cal_uid AS "calUid", call_id AS "callId" FROM appointments WHERE start_time = $1 AND event_type_id = $2`;
    const values = [slot, idOf[schedule.kind]];
    const rows = await this.calendar.read<{ calUid: string; callId: string | null }>(this.line.ctx, find, values);
    const [answer = ''] = answers;
    const wrong = [
      [booked.length !== 1 || places !== 1, `${booked.length} bookings with ${places} places`],
      [answers.size !== 1, `${answers.size} answers: ${[...answers].join(' | ')}`],
      [!/^(C’est réservé|Votre demande est enregistrée)/.test(answer), `it was told otherwise: ${answer}`],
      [second !== undefined && second !== answer, `the same request under another id heard: ${second ?? ''}`],
      [rows.length !== 1 || rows[0]?.calUid !== booked[0]?.uid, `${rows.length} rows for it`],
      [rows[0]?.callId === null, 'the row does not name its call'],
      [rival !== undefined && !/déjà pris|pas libre/.test(rival), `another caller heard: ${rival ?? ''}`],
    ] as const;
    return wrong.flatMap(([isWrong, what]) => (isWrong ? [`${schedule.seed} (${schedule.kind}): ${what}`] : []));
  }
}

interface Order {
  callKey: string;
  toolCallId: string;
  number: string;
  args: Readonly<Record<string, unknown>>;
}

interface Heard {
  schedule: Schedule;
  slot: Date;
  answers: ReadonlySet<string>;
  second: string | undefined;
  rival: string | undefined;
}

function startsAt({ start }: StandInBooking, slot: Date): boolean {
  return new Date(start).getTime() === slot.getTime();
}

function isOpen({ status }: StandInBooking): boolean {
  return status === 'accepted' || status === 'pending';
}
