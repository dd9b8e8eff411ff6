import { RightsMissing } from '../../../kernel/http/index.js';
import type { GrantSource } from '../../core/access-grant.js';
import { askForToken } from '../../core/oauth2.js';
import { apisIn, scopesOf } from './grammarly-apis.js';

const tokenUrl = 'https://auth.grammarly.com/v4/api/oauth2/token';

/**
 * Tokens for the application by itself. The vendor's guide separates scopes by commas, working applications also by spaces as
 * the standard has it; so the second is tried where the first is refused:
 * https://developer.grammarly.com/your-first-api-request.html
 */
export function grammarlyGrant(): GrantSource {
  return {
    async obtain(tokens, values) {
      const application = { clientId: values.text('clientId'), clientSecret: values.secret('clientSecret') };
      const scopes = scopesOf(apisIn(values.text('apis')));
      const ask = (scope: string) =>
        askForToken(tokens, { tokenUrl }, { application, form: { grant_type: 'client_credentials', scope } });
      try {
        return await ask(scopes.join(', '));
      } catch (error) {
        if (!isScopeRefusal(error)) throw error;
        return await ask(scopes.join(' '));
      }
    },
  };
}

function isScopeRefusal(error: unknown): boolean {
  return error instanceof RightsMissing && error.platformSaid().code === 'invalid_scope';
}
