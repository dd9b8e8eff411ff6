import { randomInt } from 'node:crypto';
import { refused, textOf, type Members, type VapiReply } from '../http/vapi-request.js';
import type { VapiResource, VapiStore } from '../vapi-store.js';
import { fieldsOfImport, type TwilioNumbers } from './twilio-numbers.js';

/** The numbers of an account: what is taken in, and what is not. */
export class PhoneNumbers {
  constructor(
    private readonly store: VapiStore,
    private readonly twilio: TwilioNumbers | undefined,
  ) {}

  /** @param body As its own rules allow it. */
  async add(body: Members): Promise<VapiReply> {
    const refusal = this.refusal(body, null) ?? (await this.import(body));
    if (refusal) return refusal;
    const status = { status: 'active' };
    const number = body.provider === 'vapi' ? { number: this.freeNumber(body) } : {};
    return { status: 201, body: this.store.add('phone-number', { ...body, ...number, ...status }) };
  }

  change(known: VapiResource, body: Members): VapiReply {
    const refusal = this.refusal({ ...known, ...body }, known.id);
    if (refusal) return refusal;
    return { status: 200, body: this.store.change('phone-number', known.id, body) ?? known };
  }

  private refusal({ number, assistantId, provider, twilioAccountSid }: Members, ownId: string | null) {
    const twin = this.store
      .list('phone-number')
      .find((each) => each.id !== ownId && number !== undefined && each.number === number);
    if (twin)
      return refused(
        400,
        `Existing Phone Number ${twin.id} Has Identical \`number\` ${String(number)}${
          provider === 'twilio' ? ` and \`twilioAccountSid\` ${String(twilioAccountSid)}` : ''
        }.`,
      );
    if (typeof assistantId === 'string' && !this.store.find('assistant', assistantId))
      return refused(400, `Couldn't Find Assistant. \`assistantId\` ${assistantId} Does Not Exist.`);
    return null;
  }

  /** Without a Twilio that is known, any number is taken. */
  private async import(body: Members): Promise<VapiReply | null> {
    const { provider, number, twilioAccountSid, twilioAuthToken, twilioApiKey, twilioApiSecret } = body;
    if (provider !== 'twilio' || !this.twilio) return null;
    const accountSid = String(twilioAccountSid);
    const token = textOf(twilioAuthToken);
    const keys = {
      accountSid,
      user: token === undefined ? String(twilioApiKey) : accountSid,
      password: token ?? String(twilioApiSecret),
    };
    try {
      await this.twilio.update(String(number), fieldsOfImport(body), keys);
      return null;
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refused(400, `Couldn't Import Phone Number ${String(number)} From Twilio. ${why}`);
    }
  }

  /** In the range that is kept for fiction. */
  private freeNumber({ numberDesiredAreaCode }: Members): string {
    const area = textOf(numberDesiredAreaCode) ?? '415';
    const taken = new Set(this.store.list('phone-number').map(({ number }) => number));
    for (;;) {
      const number = `+1${area}555${String(randomInt(10_000)).padStart(4, '0')}`;
      if (!taken.has(number)) return number;
    }
  }
}
