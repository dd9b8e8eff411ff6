import { createHmac } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';
import type { Sign } from '../../core/auth-mode.js';
import type { CredentialValues } from '../../core/credential-values.js';
import type { AccessGrant } from '../../core/access-grant.js';

/** https://developers.facebook.com/docs/facebook-login/security#proof */
export function appSecretProof(token: Secret, appSecret: Secret): Secret {
  return new Secret(createHmac('sha256', appSecret.reveal()).update(token.reveal()).digest('hex'));
}

/** The token, and the proof that we know the application's secret where that was entered. */
export function provenBearer(
  tokenOf: (values: CredentialValues, grant: AccessGrant | undefined) => Secret | undefined,
): Sign {
  return (values, grant) => {
    const token = tokenOf(values, grant);
    if (!token) throw new Error('A request was signed before a token was obtained.');
    const appSecret = values.optionalSecret('clientSecret');
    return {
      headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
      ...(appSecret && { query: { appsecret_proof: appSecretProof(token, appSecret) } }),
    };
  };
}
