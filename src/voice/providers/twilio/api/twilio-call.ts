import { z } from 'zod';
import { nextPage, twilioDate, twilioText } from './twilio-text.js';

/** A call as Twilio has it; each leg is one. */
export interface TwilioCall {
  readonly sid: string;
  readonly parentSid: string | null;
  readonly from: string | null;
  readonly to: string | null;
  /** queued, ringing, in-progress, completed, busy, failed, no-answer, canceled. */
  readonly status: string | null;
  readonly direction: string | null;
  readonly startedAt: Date | null;
  readonly endedAt: Date | null;
  readonly durationSeconds: number | null;
  /** Negative; null until it is rated, some minutes after the end. */
  readonly price: string | null;
  readonly currency: string | null;
  readonly numberSid: string | null;
}

/** A request that Twilio made for a call, and what it got. */
export interface TwilioCallEvent {
  readonly url: string | null;
  readonly method: string | null;
  readonly status: number | null;
}

export const callReply = z
  .object({
    sid: z.string().min(1),
    parent_call_sid: twilioText,
    from: twilioText,
    to: twilioText,
    status: twilioText,
    direction: twilioText,
    start_time: twilioDate,
    end_time: twilioDate,
    duration: twilioText,
    price: twilioText,
    price_unit: twilioText,
    phone_number_sid: twilioText,
  })
  .transform((fields): TwilioCall => ({
    sid: fields.sid,
    parentSid: fields.parent_call_sid,
    from: fields.from,
    to: fields.to,
    status: fields.status,
    direction: fields.direction,
    startedAt: fields.start_time,
    endedAt: fields.end_time,
    durationSeconds: wholeNumber(fields.duration),
    price: fields.price,
    currency: fields.price_unit?.toUpperCase() ?? null,
    numberSid: fields.phone_number_sid,
  }));

export const callsReply = nextPage.extend({ calls: z.array(callReply) });

const eventPart = z
  .looseObject({ url: twilioText, method: twilioText, response_code: z.unknown(), status: z.unknown() })
  .nullish()
  .catch(null);

export const callEventsReply = z.object({
  events: z.array(
    z.object({ request: eventPart, response: eventPart }).transform(({ request, response }): TwilioCallEvent => ({
      url: request?.url ?? null,
      method: request?.method ?? null,
      status: wholeNumber(response?.response_code ?? response?.status),
    })),
  ),
});

function wholeNumber(value: unknown): number | null {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isInteger(number) ? number : null;
}
