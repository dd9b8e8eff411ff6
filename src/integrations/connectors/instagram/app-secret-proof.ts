import { createHmac } from 'node:crypto';
import { Secret } from '../../../kernel/config/index.js';
import { grantBearer, type Sign } from '../../core/auth-mode.js';

/** https://developers.facebook.com/docs/facebook-login/security#proof */
export function appSecretProof(token: Secret, appSecret: Secret): Secret {
  return new Secret(createHmac('sha256', appSecret.reveal()).update(token.reveal()).digest('hex'));
}

/** The token of the grant, and the proof that we know the application's secret where that was entered. */
export function provenBearer(field: string): Sign {
  const bearer = grantBearer();
  return (values, grant, request) => {
    const appSecret = values.optionalSecret(field);
    const proof = grant && appSecret && { query: { appsecret_proof: appSecretProof(grant.accessToken, appSecret) } };
    return { ...bearer(values, grant, request), ...proof };
  };
}
