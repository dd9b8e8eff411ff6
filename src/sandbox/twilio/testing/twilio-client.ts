import type { TwilioStandIn } from '../twilio-stand-in.js';

export interface TwilioTestReply {
  status: number;
  /** Of whatever shape: tests look into it. */
  body: Record<string, unknown>;
}

export const testAccount = { accountSid: `AC${'0a'.repeat(16)}`, authToken: 'token-of-tests' };

/** Asks as a client of Twilio does: basic authentication, forms. `…` stands for the account's path. */
export async function askTwilio(
  { url }: Pick<TwilioStandIn, 'url'>,
  line: string,
  { form, user = testAccount.accountSid, password = testAccount.authToken }: TwilioAsk = {},
): Promise<TwilioTestReply> {
  const [method = 'GET', given = ''] = line.split(' ');
  const path = given.replace('…', `/2010-04-01/Accounts/${testAccount.accountSid}`);
  const reply = await fetch(url + path, {
    method,
    headers: { authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}` },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
  });
  const text = await reply.text();
  return { status: reply.status, body: text === '' ? {} : (JSON.parse(text) as Record<string, unknown>) };
}

interface TwilioAsk {
  form?: Record<string, string> | [string, string][];
  user?: string;
  password?: string;
}
