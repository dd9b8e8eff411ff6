import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import type { GrantSource } from '../../core/access-grant.js';

const lifeSeconds = 86_400;

const tokenReply = z.object({ access_token: z.string().min(1), expires_in: z.number().positive().nullish() });

/**
 * Tokens for an account’s own confidential OAuth client. The service takes JSON, and a life of 5 minutes to 2 days:
 * https://developer.zendesk.com/api-reference/ticketing/oauth/grant_type_tokens/
 */
export const zendeskToken: GrantSource = {
  async obtain(tokens, values) {
    const reply = await tokens.ask({
      url: `https://${values.text('subdomain')}.zendesk.com/oauth/tokens`,
      json: {
        grant_type: 'client_credentials',
        client_id: values.text('clientId'),
        client_secret: values.secret('clientSecret'),
        scope: 'read write',
        expires_in: lifeSeconds,
      },
      reply: tokenReply,
    });
    return {
      accessToken: new Secret(reply.access_token),
      expiresAt: new Date(tokens.now().getTime() + (reply.expires_in ?? lifeSeconds) * 1000),
    };
  },
};
