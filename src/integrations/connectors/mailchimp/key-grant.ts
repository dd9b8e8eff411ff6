import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { addressOf, dataCenterOf } from './data-center.js';

/**
 * A key says by its end which of Mailchimp's hosts it belongs to; what is a fact of the account is kept like one, so that no
 * setting has to be typed besides the key. https://mailchimp.com/developer/marketing/api/ping/
 */
export function grantOfKey(field: string): GrantSource {
  return {
    async obtain(tokens, values) {
      const key = values.secret(field);
      const dc = dataCenterOf(key.reveal());
      await tokens.ask({
        method: 'GET',
        url: `${addressOf(dc)}/ping`,
        headers: { authorization: new Secret(`Bearer ${key.reveal()}`) },
        reply: z.object({ health_status: z.string().nullish() }),
      });
      return { accessToken: key, facts: { dc } };
    },
  };
}
