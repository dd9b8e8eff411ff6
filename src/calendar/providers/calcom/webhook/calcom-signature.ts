import type { Secret } from '../../../../kernel/config/index.js';
import { hmac, sameDigest } from '../../../../kernel/crypto/index.js';
import type { RawRequest } from '../../../../webhooks/index.js';

/** Whoever has not set a secret in Cal.com gets the text `no-secret-provided` instead, which is no signature. */
const signature = /^(?:sha256=)?([0-9a-f]{64})$/i;

/** Whether one of the secrets has signed these very bytes. */
export function isSignedByCalCom(request: RawRequest, secrets: readonly Secret[]): boolean {
  const hex = signature.exec(request.header('x-cal-signature-256') ?? '')?.[1];
  if (hex === undefined) return false;
  const presented = Buffer.from(hex, 'hex');
  return secrets.some((secret) => sameDigest(presented, hmac('sha256', secret, request.raw)));
}
