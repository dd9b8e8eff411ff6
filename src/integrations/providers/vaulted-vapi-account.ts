import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import type { Connection } from '../connections/connection.js';
import { ConnectionsService } from '../connections/connections.service.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { VendorClient } from '../core/vendor-client.js';
import { RecentAnswers } from './recent-answers.js';
import { toCredentialSlug, VapiAccountReader } from './vapi-account-reader.js';

const integrationId = 'vapi';
const keepMs = 30_000;
const requestLimitMs = 2_000;

/** Credentials come without their secrets, but numbers may come with Twilio's: nothing else is kept of either. */
const credentialsReply = z.array(z.object({ provider: z.string(), service: z.string().nullish() }));
const numbersReply = z.array(z.object({ provider: z.string() }));

/** The Vapi account whose key the workspace entered. What it tells holds for half a minute, for that key. */
@Injectable()
export class VaultedVapiAccount extends VapiAccountReader {
  readonly #recent = new RecentAnswers<ReadonlySet<string> | null>(keepMs);

  constructor(
    private readonly connections: ConnectionsService,
    private readonly access: ConnectionAccess,
    private readonly registry: ConnectorRegistry,
    private readonly log: AppLogger,
  ) {
    super();
  }

  async credentialProviders(ctx: RequestContext): Promise<ReadonlySet<string> | null> {
    const connection = await this.connections.findOwn(ctx, integrationId);
    if (!connection) return null;
    const { id, credentialsVersion } = connection;
    return this.#recent.of(`${ctx.workspaceId} ${id} ${credentialsVersion}`, () => this.read(ctx, connection));
  }

  private async read(ctx: RequestContext, connection: Connection): Promise<ReadonlySet<string> | null> {
    try {
      const connector = await this.registry.find(integrationId);
      if (!connector) return null;
      const use = { action: 'read_account', timeoutMs: requestLimitMs };
      return await slugsOf(this.access.client(ctx, { connection, connector }, use));
    } catch (error) {
      this.log.warn('vapi.account_not_read', { connectionId: connection.id, error });
      return null;
    }
  }
}

async function slugsOf(client: VendorClient): Promise<ReadonlySet<string>> {
  // One after the other: an account that does not answer the first is not asked the second.
  const credentials = await client.get('/credential', { reply: credentialsReply });
  // The most that one page holds: https://docs.vapi.ai/api-reference/phone-numbers/list
  const numbers = await client.get('/phone-number', { query: { limit: 1000 }, reply: numbersReply });
  const slugs = credentials.map(({ provider, service }) =>
    toCredentialSlug({ provider, service: service ?? undefined }),
  );
  return new Set([...slugs, ...numbers.map(toCredentialSlug)]);
}
