import { z } from 'zod';
import { Config } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { afterCommit } from '../../../kernel/database/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import {
  WebhookSource,
  type EndpointProof,
  type RawRequest,
  type ReadEvent,
  type StoredEvent,
  type WebhookSourceContract,
} from '../../../webhooks/index.js';
import { calendarConfig } from '../../calendar.config.js';
import { deploymentAccountId } from '../../accounts/calendar-account.js';
import type { BookingReading } from '../../sync/hints/booking-reading.js';
import { HintReader } from '../../sync/hints/hint-reader.js';
import { HintRecorder } from '../../sync/hints/hint-recorder.js';
import { BookingOwners } from '../../sync/recording/booking-owners.js';
import { isSignedByCalCom } from './webhook/calcom-signature.js';
import { bookingLabel, readCalComEvent, type CalComEvent } from './webhook/calcom-event.js';
import { redactCalComBody } from './webhook/redact-calcom-body.js';

type Readings = ReadonlyMap<string, BookingReading>;

/** Webhooks of Cal.com: https://cal.com/docs/developing/guides/automation/webhooks */
@WebhookSource()
export class CalComWebhook implements WebhookSourceContract<Readings> {
  readonly name = 'calcom';
  readonly routes = ['/api/cal/webhook', '/api/v1/webhooks/calcom'];
  readonly bodyLimit = 1024 * 1024;
  readonly refusedStatus = 401;
  readonly settings = z.strictObject({});
  readonly acknowledgement = {};

  constructor(
    private readonly config: Config,
    private readonly owners: BookingOwners,
    private readonly reader: HintReader,
    private readonly recorder: HintRecorder,
    private readonly log: AppLogger,
  ) {}

  deploymentProof(): EndpointProof {
    const { webhookSecret } = this.config.get(calendarConfig);
    return { secrets: webhookSecret ? [webhookSecret] : [], settings: {} };
  }

  verify(request: RawRequest, { secrets }: EndpointProof): boolean {
    return isSignedByCalCom(request, secrets);
  }

  /** The uid is the key to the booking, so that neither label nor key of the event holds it. */
  read(body: unknown): ReadEvent[] {
    const { trigger, uid } = readCalComEvent(body);
    const label = uid === null ? 'no-booking' : bookingLabel(uid);
    const type = trigger.slice(0, 100);
    return [{ type, externalId: `${label}:${type}`, callKey: uid === null ? undefined : `calcom:${label}`, body }];
  }

  async workspaceOf({ body }: ReadEvent): Promise<string | null> {
    const { uid, previousUid, attemptId } = readCalComEvent(body);
    if (uid === null) return null;
    const clues = {
      uid,
      others: previousUid === null ? [] : [previousUid],
      attemptIds: attemptId === null ? [] : [attemptId],
    };
    return (await this.owners.find(deploymentAccountId, [clues])).get(uid) ?? null;
  }

  expectsReply(): boolean {
    return false;
  }

  load(ctx: RequestContext, events: readonly StoredEvent[]): Promise<Readings> {
    return this.reader.read(
      ctx,
      events.map(({ body }) => readCalComEvent(body)),
    );
  }

  async apply(ctx: RequestContext, events: readonly StoredEvent[], loaded: Readings | undefined): Promise<void> {
    const read = events.map(({ id, body, receivedAt }) => ({ id, receivedAt, ...readCalComEvent(body) }));
    try {
      await this.recorder.record(ctx, read, loaded ?? new Map());
    } catch (error) {
      const [alone, ...others] = read;
      // Of several events, each is tried alone next.
      if (alone && others.length === 0) this.log.error('vapi_cal.error', { ...fieldsOf(alone), error });
      throw error;
    }
    afterCommit(ctx, () => {
      for (const event of read) this.log.info('cal.webhook.received', fieldsOf(event));
    });
  }

  redact(body: unknown): unknown {
    return redactCalComBody(body);
  }
}

function fieldsOf({ id, trigger, uid }: CalComEvent & { id: string }) {
  return { eventId: id, trigger, booking: uid === null ? null : bookingLabel(uid) };
}
