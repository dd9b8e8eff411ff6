import type { z } from 'zod';
import { Secret } from '../../../kernel/config/index.js';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { HttpQuery } from '../../../kernel/http/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

/** @throws InvalidInput where the connection has no key of version 4. */
export function getV4<T>(
  client: VendorClient,
  path: string,
  { query, reply }: { query: HttpQuery; reply: z.ZodType<T> },
): Promise<T> {
  const key = client.secret('apiKeyV4');
  if (!key) throw keyMissing();
  const authorization = new Secret(`Apikey ${key.reveal()}`);
  return client.get(path, { base: 'v4', query, headers: { authorization }, reply });
}

function keyMissing(): InvalidInput {
  const message = {
    en: 'This takes an API key of version 4: make one in Semrush (My profile > API Keys) and add it to the connection.',
    fr: 'Il faut une clé d’API de version 4 : créez-la dans Semrush (My profile > API Keys) et ajoutez-la à la connexion.',
  };
  return new InvalidInput('INTEGRATIONS.KEY_MISSING', message, [{ path: 'apiKeyV4', message }]);
}
