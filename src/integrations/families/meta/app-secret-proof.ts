import { createHmac } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';
import type { AccessGrant } from '../../core/access-grant.js';
import type { Sign } from '../../core/auth-mode.js';
import type { CredentialValues } from '../../core/credential-values.js';

/** https://developers.facebook.com/docs/facebook-login/security#proof */
export function appSecretProof(token: Secret, appSecret: Secret): Secret {
  return new Secret(createHmac('sha256', appSecret.reveal()).update(token.reveal()).digest('hex'));
}

type TokenOf = (values: CredentialValues, grant: AccessGrant | undefined) => Secret | undefined;

/**
 * The token, by default the grant's, and the proof that we know the application's secret where that was entered.
 *
 * @param field The secret field that holds the application's secret.
 */
export function provenBearer(field: string, tokenOf: TokenOf = (_values, grant) => grant?.accessToken): Sign {
  return (values, grant) => {
    const token = tokenOf(values, grant);
    if (!token) throw new Error('A request was signed before a token was obtained.');
    const appSecret = values.optionalSecret(field);
    return {
      headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
      ...(appSecret && { query: { appsecret_proof: appSecretProof(token, appSecret) } }),
    };
  };
}
