import { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { HttpFailure } from '../../../kernel/http/index.js';
import type { TokenService } from '../../core/access-grant.js';
import { appSecretProof } from './app-secret-proof.js';
import { facebookGraph } from './graph.js';

/** What is read of each Page that a token reaches. */
export interface AccountReading {
  fields: string;
  /** Makes of a Page the id of the account that is meant: its own, or that of one it is linked to, if it is. */
  page: z.ZodType<string | undefined>;
}

interface Reach {
  reading: AccountReading;
  token: Secret;
  appSecret: Secret | undefined;
}

/** The ids of the accounts that a token leads to through its Pages. */
export async function reachedAccounts(service: TokenService, reach: Reach): Promise<string[]> {
  try {
    return await askForAccounts(service, reach);
  } catch (error) {
    const { token, appSecret } = reach;
    // An application can be set to require the proof of its secret.
    if (!appSecret || !(error instanceof HttpFailure) || error.kind !== 'invalid_input') throw error;
    return await askForAccounts(service, reach, appSecretProof(token, appSecret));
  }
}

async function askForAccounts(service: TokenService, { reading, token }: Reach, proof?: Secret): Promise<string[]> {
  const { data } = await service.ask({
    method: 'GET',
    url: `${facebookGraph}/me/accounts`,
    query: { fields: reading.fields, limit: 100, ...(proof && { appsecret_proof: proof }) },
    headers: { authorization: new Secret(`Bearer ${token.reveal()}`) },
    reply: z.object({ data: z.array(reading.page) }),
  });
  return data.filter((id) => id !== undefined);
}

/** With several accounts none is taken unasked: a post on the wrong one cannot be called back. */
export function onlyOne([first, ...others]: readonly string[]): string | undefined {
  return others.length === 0 ? first : undefined;
}
