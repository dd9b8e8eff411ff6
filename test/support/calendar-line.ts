import { uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { sql } from '../../src/kernel/database/index.js';
import { IntegrationsApiModule } from '../../src/integrations/index.js';
import { CalComStandIn, leGourmetEventTypes, type CalComStandInOptions } from '../../src/sandbox/index.js';
import {
  callOf,
  toolCalls,
  VapiIntake,
  type Line,
  type Rows,
} from '../../src/voice/providers/vapi/testing/vapi-intake.js';
import { VapiWebhook } from '../../src/voice/providers/vapi/vapi.webhook.js';
import { CalendarApiModule } from '../../src/calendar/calendar.api.module.js';
import { EventTypes } from '../../src/calendar/event-types/event-types.service.js';

/** Saturday, a quarter past ten in Paris: Le Gourmet is open at noon and tonight, and closed tomorrow. */
const saturdayMorning = new Date('2026-11-21T09:15:00Z');

const apiKey = 'cal_test_of_the_deployment';

/** A server whose deployment books at a Cal.com that is played, and a telephone line into it. */
export class CalendarLine {
  private constructor(
    readonly intake: VapiIntake,
    readonly calcom: CalComStandIn,
  ) {}

  static async start(
    options: Partial<CalComStandInOptions> = {},
    settings: Record<string, string> = {},
  ): Promise<CalendarLine> {
    const calcom = await CalComStandIn.open({
      apiKey,
      eventTypes: leGourmetEventTypes,
      now: () => saturdayMorning,
      ...options,
    });
    const env = { CAL_API_KEY: apiKey, CAL_BASE_URL: calcom.url, CAL_REQUESTS_PER_MINUTE: '99999', ...settings };
    const intake = await VapiIntake.start(env, [IntegrationsApiModule, CalendarApiModule]);
    return new CalendarLine(intake, calcom);
  }

  /** An assistant that offers these event types. */
  async openLine(eventTypeIds: readonly number[], language = 'fr-FR'): Promise<Line> {
    const line = await this.intake.openLine({ language });
    const { ctx, vapiAssistantId } = line;
    const find = 'SELECT id FROM voice_assistants WHERE vapi_assistant_id = $1';
    const [row] = await this.read<{ id: string }>(ctx, find, [vapiAssistantId]);
    await this.intake.app.app.get(EventTypes).choose(ctx, row?.id ?? '', eventTypeIds);
    return line;
  }

  /** A caller on that line. */
  call(line: Line, { number = '+33612345678', at = saturdayMorning }: CallOptions = {}): TestCall {
    return new TestCall(this, { line, number, at });
  }

  read<Row extends Rows>(ctx: RequestContext, text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.intake.unitOfWork.run(ctx, (tx) => sql<Row>(tx, text, values));
  }

  async close(): Promise<void> {
    await this.intake.close();
    await this.calcom.close();
  }
}

interface CallOptions {
  /** Null for a caller who shows none. */
  number?: string | null;
  at?: Date;
}

interface CallParts {
  line: Line;
  number: string | null;
  at: Date;
}

/** One call, in which an assistant uses tools. */
export class TestCall {
  readonly id = uuidv7();

  constructor(
    private readonly calendar: CalendarLine,
    private readonly parts: CallParts,
  ) {}

  get ctx(): RequestContext {
    return this.parts.line.ctx;
  }

  /** What the assistant hears back. */
  async use(name: string, args: unknown, toolCallId = uuidv7()): Promise<string> {
    const { line, number, at } = this.parts;
    const call = { ...callOf(line, this.id), customer: number === null ? {} : { number } } as ReturnType<typeof callOf>;
    const message = toolCalls(call, [[toolCallId, name, args]], { timestamp: at.getTime() });
    const { status, body } = await this.calendar.intake.post(message);
    if (status !== 200) throw new Error(`The webhook was answered with ${status}.`);
    const [answer] = body.results ?? [];
    return typeof answer?.result === 'string' ? answer.result : `error: ${JSON.stringify(answer?.error)}`;
  }

  async hangUp(): Promise<void> {
    const { line, at } = this.parts;
    const status = { type: 'status-update', status: 'ended', endedReason: 'customer-ended-call' };
    const body = { message: { ...status, timestamp: at.getTime(), call: callOf(line, this.id) } };
    const event = { id: uuidv7(), type: 'status-update', externalId: this.id, callKey: this.id, receivedAt: at, body };
    const { app, unitOfWork } = { app: this.calendar.intake.app.app, unitOfWork: this.calendar.intake.unitOfWork };
    await unitOfWork.run(line.ctx, (tx) => app.get(VapiWebhook, { strict: false }).apply(tx, [event]));
  }
}
