import { z } from 'zod';
import { RightsMissing } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

const userinfoReply = z.object({
  sub: z.string(),
  name: z.string().nullish(),
  email: z.string().nullish(),
});
const meReply = z.object({
  id: z.string(),
  localizedFirstName: z.string().nullish(),
  localizedLastName: z.string().nullish(),
});

/** Who signed in. */
export interface Member {
  /** `urn:li:person:…` */
  urn: string;
  name: string | null;
  email: string | null;
}

/**
 * The member whose token it is. An app with the Community Management API can have no other product, and so no OpenID
 * Connect; it has the basic profile instead.
 *
 * https://learn.microsoft.com/en-us/linkedin/consumer/integrations/self-serve/sign-in-with-linkedin-v2
 * https://learn.microsoft.com/en-us/linkedin/shared/integrations/people/profile-api
 */
export async function memberOf(client: VendorClient): Promise<Member> {
  try {
    const { sub, name, email } = await client.get('/userinfo', { base: 'v2', reply: userinfoReply });
    return { urn: personUrn(sub), name: name ?? null, email: email ?? null };
  } catch (error) {
    if (!(error instanceof RightsMissing)) throw error;
    const me = await client.get('/me', { base: 'v2', reply: meReply });
    const name = [me.localizedFirstName, me.localizedLastName].filter(Boolean).join(' ');
    return { urn: personUrn(me.id), name: name || null, email: null };
  }
}

function personUrn(id: string): string {
  return `urn:li:person:${id}`;
}
