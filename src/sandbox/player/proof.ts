import type { Secret } from '../../kernel/config/index.js';
import { hmac } from '../../kernel/crypto/index.js';

/** How a message proves that it comes from Vapi: by a secret in a header, as a bearer token, or by a signature. */
export interface Proof {
  kind: 'secret' | 'bearer' | 'hmac';
  secret: Secret;
}

/** The headers that prove these bytes, in the default form of Vapi's credentials. */
export function proofHeaders({ kind, secret }: Proof, raw: Buffer, now: Date): Record<string, string> {
  switch (kind) {
    case 'secret':
      return { 'x-vapi-secret': secret.reveal() };
    case 'bearer':
      return { authorization: `Bearer ${secret.reveal()}` };
    case 'hmac': {
      const timestamp = String(now.getTime());
      return { 'x-timestamp': timestamp, 'x-signature': hmac('sha256', secret, `${timestamp}.`, raw).toString('hex') };
    }
  }
}
