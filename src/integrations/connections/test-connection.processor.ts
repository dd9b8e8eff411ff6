import type { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { JobProcessor, type JobHandler } from '../../kernel/queue/index.js';
import { verifyConnection, type ConnectionVerdict } from '../access/verify-connection.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { Connector } from '../core/connector.js';
import { connectionChanged } from '../integrations.events.js';
import type { Connection, StoredTest } from './connection.js';
import { ConnectionAccess } from './connection-access.service.js';
import { ConnectionRepository } from './connection.repository.js';
import { testConnectionJob } from './test-connection.job.js';

const ownFault: ConnectionVerdict = {
  outcome: 'UNAVAILABLE',
  accountName: null,
  missing: [],
  message: {
    en: 'The test could not be run. Try again; if it stays so, enter the credentials again.',
    fr: 'Le test n’a pas pu être effectué. Réessayez ; si cela persiste, saisissez à nouveau les identifiants.',
  },
};

@JobProcessor(testConnectionJob)
export class TestConnectionProcessor implements JobHandler<z.output<(typeof testConnectionJob)['payload']>> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly access: ConnectionAccess,
    private readonly live: LiveEvents,
  ) {}

  async run(
    ctx: RequestContext,
    { connectionId, testId }: z.output<(typeof testConnectionJob)['payload']>,
  ): Promise<void> {
    const connection = await this.unitOfWork.run(ctx, (tx) => this.repository.find(tx, connectionId));
    const connector = connection && (await this.registry.find(connection.integrationKey));
    if (!connector || connection.status === 'DISCONNECTED') return;
    try {
      await this.save(ctx, connection, { testId, verdict: await this.verdict(ctx, { connection, connector }) });
    } catch (error) {
      // Whoever waits is told; the fault itself is for the log.
      await this.save(ctx, connection, { testId, verdict: ownFault });
      throw error;
    }
  }

  private async verdict(
    ctx: RequestContext,
    stored: { connection: Connection; connector: Connector },
  ): Promise<ConnectionVerdict> {
    const client = this.access.client(ctx, stored, { action: 'verify', timeoutMs: 12_000 });
    return verifyConnection(stored.connector, client);
  }

  private async save(
    ctx: RequestContext,
    tested: Connection,
    { testId, verdict }: { testId: string; verdict: ConnectionVerdict },
  ): Promise<void> {
    const { outcome, accountName, message, missing } = verdict;
    const at = new Date().toISOString();
    const test: StoredTest = { testId, outcome, accountName, message, missing: [...missing], at };
    const status = statusAfter(outcome);
    const saved = await this.unitOfWork.run(ctx, (tx) => this.repository.saveTest(tx, tested, { test, status }));
    if (!saved) return;
    const ids = { connectionId: tested.id };
    await this.live.publish([liveEvent(connectionChanged, ctx.workspaceId, ids)]);
  }
}

/** A vendor that is away says nothing about the credentials. */
function statusAfter(outcome: ConnectionVerdict['outcome']): Connection['status'] | null {
  if (outcome === 'WORKS') return 'CONNECTED';
  return outcome === 'UNAVAILABLE' ? null : 'ERROR';
}
