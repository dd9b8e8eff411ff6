import type { Secret } from '../../../../kernel/config/index.js';
import { sha256 } from '../../../../kernel/crypto/index.js';
import type { LiveCredential } from './live-account.js';
import type { VapiToolServer } from './tool-body.js';
import type { VapiApi } from './vapi-api.js';

/** How a tool’s server is to recognise Vapi, and whether anything at Vapi had, or has, to be made for it. */
export interface ServerProof {
  proof: Pick<VapiToolServer, 'credentialId' | 'headers'>;
  /** Null where no credential can be made there, so that the tools carry the secret themselves. */
  credential: { name: string; isNew: boolean } | null;
}

/** What stands in place of a credential that is only planned. */
const planned = 'planned';

/**
 * A tool’s server inherits nothing, and a secret in its headers comes back to whoever reads the tool: so a credential that
 * Vapi keeps to itself is preferred. Its name follows from the secret, which cannot be read back: another secret gets
 * another credential. Where there are none, headers do.
 */
export class ServerProofs {
  constructor(private readonly api: VapiApi) {}

  /** Reads only. */
  async plan(secret: Secret): Promise<ServerProof> {
    const credentials = await this.api.listCredentials();
    if (!credentials) return headersWith(secret);
    const known = findCredential(credentials, secret);
    const name = nameOf(secret);
    return { proof: { credentialId: known?.id ?? planned }, credential: { name, isNew: known === undefined } };
  }

  async apply(secret: Secret): Promise<ServerProof> {
    const review = await this.plan(secret);
    if (!review.credential?.isNew) return review;
    const made = await this.api.createSecretCredential(nameOf(secret), secret);
    return made ? { ...review, proof: { credentialId: made.id } } : headersWith(secret);
  }
}

function findCredential(credentials: readonly LiveCredential[], secret: Secret): LiveCredential | undefined {
  const name = nameOf(secret);
  return credentials.find((each) => each.provider === 'custom-credential' && each.name === name);
}

function nameOf(secret: Secret): string {
  return `agent-builder-${sha256(`vapi server\n${secret.reveal()}`).toString('hex').slice(0, 12)}`;
}

function headersWith(secret: Secret): ServerProof {
  return { proof: { headers: { 'X-Vapi-Secret': secret.reveal() } }, credential: null };
}
