import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Jobs } from '../../kernel/queue/index.js';
import { Disconnected } from '../integrations.errors.js';
import type { Connection } from './connection.js';
import { ConnectionChronicle } from './connection-chronicle.js';
import { ConnectionRepository } from './connection.repository.js';
import { ConnectionsService, type ConnectionChoice } from './connections.service.js';
import { testConnectionJob } from './test-connection.job.js';

const waitMs = 15_000;
const lookEveryMs = 100;

/** Connection tests: run by a worker, waited for as long as a person would. */
@Injectable()
export class ConnectionTests {
  constructor(
    private readonly connections: ConnectionsService,
    private readonly repository: ConnectionRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
    private readonly chronicle: ConnectionChronicle,
  ) {}

  /**
   * Starts a test and waits up to 15 s for its result. A test that takes longer goes on; `lastTest` is then still the one
   * before, and the subscription tells the result.
   *
   * @throws ConnectionNotFound, Disconnected
   */
  async test(ctx: RequestContext, choice: ConnectionChoice): Promise<Connection> {
    assertWorkspaceEntered(ctx);
    const { connection } = await this.connections.require(ctx, choice);
    const { row, testId } = await this.begin(ctx, connection);
    return this.untilTested(ctx, row, testId);
  }

  /** Starts a test and waits for nothing. @throws Disconnected */
  async begin(ctx: RequestContext, connection: Connection): Promise<{ row: Connection; testId: string }> {
    const testId = uuidv7();
    const row = await this.unitOfWork.run(ctx, async (tx) => {
      const started = await this.repository.startTest(tx, connection.id, testId);
      if (!started) throw new Disconnected();
      await this.chronicle.record(tx, started, { what: 'tested' });
      return started;
    });
    await this.jobs.add(ctx, testConnectionJob, { connectionId: connection.id, testId });
    return { row, testId };
  }

  private async untilTested(ctx: RequestContext, started: Connection, testId: string): Promise<Connection> {
    const deadline = Date.now() + waitMs;
    let latest = started;
    // Ids grow with time: the result of a later test will do as well. Of credentials that were replaced there will be none.
    const isAwaited = ({ lastTest, credentialsVersion }: Connection) =>
      (lastTest?.testId ?? '') < testId && credentialsVersion === started.credentialsVersion;
    while (isAwaited(latest) && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
      latest = await this.connections.get(ctx, started.id);
    }
    return latest;
  }
}
