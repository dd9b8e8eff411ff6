import { randomUUID } from 'node:crypto';
import { isE164, membersOf, notE164, refused, textOf, type Members, type VapiReply } from '../http/vapi-request.js';
import type { VapiResource, VapiStore } from '../vapi-store.js';
import type { CallControls } from './call-controls.js';

/** Who calls whom. */
export interface CallParties {
  readonly type: 'inboundPhoneCall' | 'outboundPhoneCall';
  readonly phoneNumber: VapiResource;
  readonly customer: Members;
  readonly callSid?: string | undefined;
}

/** Puts calls on record. */
export class NewCalls {
  constructor(
    private readonly store: VapiStore,
    private readonly controls: CallControls,
  ) {}

  /** The answer to `POST /call`. The phone rings when the call is played. */
  order(body: unknown): VapiReply {
    const order = membersOf(body);
    if (Array.isArray(order.customers)) return this.orderAll(order, order.customers);
    const refusal = this.refusal(order, order.customer);
    return refusal ?? { status: 201, body: this.placed(order, membersOf(order.customer)) };
  }

  /** One that has just begun. */
  begin({ type, phoneNumber, customer, callSid }: CallParties, members: Members): VapiResource {
    const id = randomUUID();
    const provider = phoneNumber.provider === 'vapi' ? 'vapi' : 'twilio';
    const transport = {
      phoneCallProvider: provider,
      phoneCallProviderId: callSid ?? `CA${randomUUID().replaceAll('-', '')}`,
      phoneCallTransport: 'pstn',
    };
    const status = type === 'inboundPhoneCall' ? 'ringing' : 'queued';
    const call = { type, status, cost: 0, phoneNumberId: phoneNumber.id, customer, ...transport, ...members };
    return this.store.add('call', { ...call, monitor: this.controls.monitorOf(id) }, id);
  }

  private orderAll(order: Members, customers: readonly unknown[]): VapiReply {
    const results: VapiResource[] = [];
    const errors: unknown[] = [];
    for (const customer of customers) {
      const refusal = this.refusal(order, customer);
      if (refusal) errors.push({ customer, error: String(membersOf(refusal.body).message) });
      else results.push(this.placed(order, membersOf(customer)));
    }
    return { status: 201, body: { results, errors, subscriptionLimits } };
  }

  private placed({ assistantId, assistant, assistantOverrides, phoneNumberId, name }: Members, customer: Members) {
    const phoneNumber = this.store.find('phone-number', String(phoneNumberId));
    if (!phoneNumber) throw new Error('A call that is refused has no number.');
    const parties = { type: 'outboundPhoneCall', phoneNumber, customer } as const;
    return this.begin(parties, { assistantId, assistant, assistantOverrides, name });
  }

  private refusal(order: Members, customer: unknown): VapiReply | null {
    const { assistantId, assistant, phoneNumberId, name } = order;
    if (textOf(name) !== undefined && String(name).length > 40)
      return refused(400, ['name must be shorter than or equal to 40 characters']);
    if (!isE164(membersOf(customer).number)) return refused(400, [notE164('customer.number')]);
    if (!this.store.find('phone-number', String(phoneNumberId)))
      return refused(400, `Couldn't Find Phone Number. \`phoneNumberId\` ${String(phoneNumberId)} Does Not Exist.`);
    if (assistant === undefined && !this.store.find('assistant', String(assistantId)))
      return refused(400, `Couldn't Find Assistant. \`assistantId\` ${String(assistantId)} Does Not Exist.`);
    return null;
  }
}

const subscriptionLimits = { concurrencyBlocked: false, concurrencyLimit: 10, remainingConcurrentCalls: 9 };
