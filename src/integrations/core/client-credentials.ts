import type { GrantSource } from './access-grant.js';
import type { CredentialValues } from './credential-values.js';
import { askForToken, type OAuth2Service } from './oauth2.js';

interface ClientCredentials extends Pick<OAuth2Service, 'clientAuthentication' | 'expiresInSeconds' | 'facts'> {
  tokenUrl: string | ((values: CredentialValues) => string);
  scopes?: readonly string[];
  scopeSeparator?: ' ' | ',';
  /** Names of the fields that hold the application's id and secret; default `clientId`, `clientSecret`. */
  fields?: { clientId: string; clientSecret: string };
}

/** Tokens for an application by itself (RFC 6749, section 4.4): fields `clientId` (text) and `clientSecret` (secret). */
export function clientCredentials(service: ClientCredentials): GrantSource {
  const {
    scopes = [],
    scopeSeparator = ' ',
    fields = { clientId: 'clientId', clientSecret: 'clientSecret' },
  } = service;
  return {
    obtain: (tokens, values) => {
      const tokenUrl = typeof service.tokenUrl === 'string' ? service.tokenUrl : service.tokenUrl(values);
      const application = {
        clientId: values.text(fields.clientId),
        clientSecret: values.secret(fields.clientSecret),
      };
      const scope = scopes.length === 0 ? undefined : scopes.join(scopeSeparator);
      return askForToken(
        tokens,
        { ...service, tokenUrl },
        { application, form: { grant_type: 'client_credentials', scope } },
      );
    },
  };
}
