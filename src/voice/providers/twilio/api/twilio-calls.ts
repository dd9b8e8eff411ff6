import type { z } from 'zod';
import type { VendorClient } from '../../../../integrations/index.js';
import { route } from '../../../../kernel/http/index.js';
import { ifThere } from './if-there.js';
import { callEventsReply, callReply, callsReply, type TwilioCall, type TwilioCallEvent } from './twilio-call.js';

/** As much as one page holds. */
const pageSize = 1_000;

export interface CallSearch {
  to?: string | undefined;
  from?: string | undefined;
  status?: string | undefined;
  /** Twilio compares days, in UTC. */
  startedOnOrAfter?: Date | undefined;
  most?: number | undefined;
}

/** The calls of one account at Twilio. */
export class TwilioCalls {
  readonly #root: string;

  constructor(
    private readonly client: VendorClient,
    accountSid: string,
  ) {
    this.#root = route`/2010-04-01/Accounts/${accountSid}`;
  }

  /** Newest first, one page. */
  async list({ to, from, status, startedOnOrAfter, most = 50 }: CallSearch): Promise<readonly TwilioCall[]> {
    const day = startedOnOrAfter?.toISOString().slice(0, 10);
    // The sign is a part of the name: https://www.twilio.com/docs/voice/api/call-resource#read-multiple-call-resources
    const query = { To: to, From: from, Status: status, 'StartTime>': day, PageSize: most };
    return (await this.client.get(`${this.#root}/Calls.json`, { query, reply: callsReply })).calls;
  }

  /** All that began since then, newest first. */
  async listSince(since: Date): Promise<readonly TwilioCall[]> {
    const all: TwilioCall[] = [];
    const day = since.toISOString().slice(0, 10);
    const query = new URLSearchParams({ 'StartTime>': day, PageSize: String(pageSize) });
    for (let next: string | null = `${this.#root}/Calls.json?${query.toString()}`; next !== null;) {
      const page: z.output<typeof callsReply> = await this.client.get(next, { reply: callsReply });
      all.push(...page.calls.filter(({ startedAt }) => startedAt === null || startedAt >= since));
      const isPast = page.calls.some(({ startedAt }) => startedAt !== null && startedAt < since);
      next = isPast ? null : page.next_page_uri;
    }
    return all;
  }

  find(sid: string): Promise<TwilioCall | null> {
    return ifThere(this.client.get(this.path(sid), { reply: callReply }));
  }

  /** What Twilio asked for while the call lasted. */
  async events(sid: string): Promise<readonly TwilioCallEvent[]> {
    const path = `${this.#root}${route`/Calls/${sid}/Events.json`}`;
    return (await this.client.get(path, { reply: callEventsReply })).events;
  }

  end(sid: string): Promise<TwilioCall> {
    return this.client.post(this.path(sid), { form: { Status: 'completed' }, reply: callReply });
  }

  /** @param twiml What the call does from now on, at most 4,000 characters; addresses in it are whole. */
  redirect(sid: string, twiml: string): Promise<TwilioCall> {
    return this.client.post(this.path(sid), { form: { Twiml: twiml }, reply: callReply });
  }

  private path(sid: string): string {
    return `${this.#root}${route`/Calls/${sid}.json`}`;
  }
}
