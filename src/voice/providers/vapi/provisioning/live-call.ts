import { z } from 'zod';
import { Secret } from '../../../../kernel/config/index.js';

/** A call as it stands at Vapi, as far as placing and controlling it goes. */
export interface LiveCall {
  readonly id: string;
  /** `queued`, `ringing`, `in-progress`, `forwarding`, `ended`, … */
  readonly status: string | null;
  readonly assistantId: string | null;
  readonly phoneNumberId: string | null;
  /** Who carries it: `twilio`, `vapi`, … */
  readonly provider: string | null;
  /** Whoever knows it can speak in the call and end it; null where the assistant does not allow that. */
  readonly controlUrl: Secret | null;
  /** As it came, without the addresses by which it is heard and controlled. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** What Vapi takes to ring somebody up: https://docs.vapi.ai/api-reference/calls/create */
export interface VapiCallBody {
  readonly name: string;
  readonly assistantId: string;
  readonly phoneNumberId: string;
  readonly customer: { readonly number: string };
}

const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);
const monitor = z.object({ controlUrl: text }).nullish().catch(null);

export const callReply = z
  .looseObject({
    id: z.string().min(1),
    status: text,
    assistantId: text,
    phoneNumberId: text,
    phoneCallProvider: text,
    monitor,
  })
  .transform(({ monitor: heard, ...fields }): LiveCall => {
    const { id, status, assistantId, phoneNumberId, phoneCallProvider: provider } = fields;
    const controlUrl = heard?.controlUrl ? new Secret(heard.controlUrl) : null;
    return { id, status, assistantId, phoneNumberId, provider, controlUrl, fields };
  });

/** A call as it stands in a list, whole. */
export interface ListedCall {
  readonly id: string;
  readonly createdAt: string | null;
  readonly [field: string]: unknown;
}

export const listedCall: z.ZodType<ListedCall> = z.looseObject({ id: z.string().min(1), createdAt: text });
