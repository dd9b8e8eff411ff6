import { systemContext, type RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../kernel/queue/index.js';
import { ConnectionAccess } from '../connections/connection-access.service.js';
import type { Connection } from '../connections/connection.js';
import { ConnectionRepository } from '../connections/connection.repository.js';
import { GrantRepository } from '../connections/grant.repository.js';
import { ConnectorRegistry } from '../connector.registry.js';
import { AuthorizationRepository } from './authorization.repository.js';
import { renewGrantsJob } from './renew-grants.job.js';

const atMost = 200;

@JobProcessor(renewGrantsJob)
export class RenewGrantsProcessor implements JobHandler<object> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: GrantRepository,
    private readonly authorizations: AuthorizationRepository,
    private readonly connections: ConnectionRepository,
    private readonly registry: ConnectorRegistry,
    private readonly access: ConnectionAccess,
    private readonly log: AppLogger,
  ) {}

  async run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    const intake = systemContext({ actor: renewGrantsJob.name, access: 'intake', requestId: ctx.requestId });
    const due = await this.unitOfWork.run(intake, async (tx) => {
      await this.authorizations.deleteAcrossTenantsOld(tx);
      return this.repository.findAcrossTenantsDue(tx, { now: new Date(), atMost });
    });
    for (const { id, workspaceId, version } of due) {
      if (signal.aborted) return;
      const own = systemContext({ actor: renewGrantsJob.name, workspaceId, requestId: ctx.requestId });
      const connection = await this.unitOfWork.run(own, (tx) => this.connections.find(tx, id));
      try {
        if (connection?.grantVersion === version) await this.renew(own, connection);
      } catch (error) {
        // Whatever is wrong with one connection holds up none of the others, now or in the next run.
        this.log.warn('integrations.renewal_failed', { connectionId: id, error });
        await this.unitOfWork.run(own, (tx) => this.repository.postpone(tx, id, version));
      }
    }
  }

  private async renew(ctx: RequestContext, connection: Connection): Promise<void> {
    const connector = await this.registry.find(connection.integrationKey);
    if (!connector) return;
    await this.access.renewGrant(ctx, { connection, connector });
  }
}
