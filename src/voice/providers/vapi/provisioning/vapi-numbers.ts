import { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import { HttpFailure, noReply, route } from '../../../../kernel/http/index.js';

/** A telephone number as it stands at Vapi. What it may hold of Twilio’s credentials is left out of it. */
export interface LiveNumber {
  readonly id: string;
  readonly provider: string;
  readonly number: string | null;
  readonly assistantId: string | null;
  readonly twilioAccountSid: string | null;
  /** `active`, `activating`, `blocked`. */
  readonly status: string | null;
  /** Where Vapi asks whom a call is for, where no assistant is assigned. */
  readonly serverUrl: string | null;
  readonly createdAt: string | null;
}

/** What a number of Twilio is made with, or changed to. */
export type VapiNumberBody = Readonly<Record<string, unknown>>;

const pageSize = 1_000;

const text = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => value ?? null);

const numberReply = z
  .object({
    id: z.string().min(1),
    provider: z.string(),
    number: text,
    assistantId: text,
    twilioAccountSid: text,
    status: text,
    server: z.object({ url: text }).nullish().catch(null),
    createdAt: text,
  })
  .transform(({ server, ...number }): LiveNumber => ({ ...number, serverUrl: server?.url ?? null }));

/** The telephone numbers of one account at Vapi. */
export class VapiNumbers {
  constructor(private readonly client: VendorClient) {}

  find(id: string): Promise<LiveNumber | null> {
    return ifThere(this.client.get(route`/phone-number/${id}`, { reply: numberReply }));
  }

  async findByNumber(number: string): Promise<LiveNumber | null> {
    let before: string | undefined;
    for (;;) {
      const query = { limit: pageSize, createdAtLt: before };
      const page = await this.client.get('/phone-number', { query, reply: z.array(numberReply) });
      const found = page.find((each) => each.number === number);
      if (found) return found;
      const oldest = page.flatMap(({ createdAt }) => createdAt ?? []).sort()[0];
      if (page.length < pageSize || oldest === undefined || oldest === before) return null;
      before = oldest;
    }
  }

  /** Takes a number of Twilio: Vapi then writes its own address on it there. */
  import(json: VapiNumberBody): Promise<LiveNumber> {
    return this.client.post('/phone-number', { json: { provider: 'twilio', ...json }, reply: numberReply });
  }

  update(id: string, json: VapiNumberBody): Promise<LiveNumber> {
    return this.client.patch(route`/phone-number/${id}`, { json: { provider: 'twilio', ...json }, reply: numberReply });
  }

  /** One that is gone already is well. */
  async delete(id: string): Promise<void> {
    await ifThere(this.client.delete(route`/phone-number/${id}`, { reply: noReply }));
  }
}

async function ifThere<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof HttpFailure && error.kind === 'not_found') return null;
    throw error;
  }
}
