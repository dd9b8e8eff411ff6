import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../kernel/queue/index.js';
import { asAccounts } from '../as-accounts.js';
import { Clock } from '../clock.js';
import { deleteExpiredJob } from './delete-expired.job.js';
import { ExpiredRowsRepository } from './expired-rows.repository.js';

const atMost = 5_000;

/** Deletes tokens, keys and counters that have expired, in small bites. */
@JobProcessor(deleteExpiredJob)
export class DeleteExpiredProcessor implements JobHandler<object> {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rows: ExpiredRowsRepository,
    private readonly clock: Clock,
  ) {}

  async run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    const now = this.clock.now();
    for (const table of ExpiredRowsRepository.tables) {
      let deleted = atMost;
      while (deleted === atMost && !signal.aborted) {
        deleted = await this.unitOfWork.run(asAccounts(ctx), (tx) =>
          this.rows.deleteAcrossTenants(tx, table, { now, atMost }),
        );
      }
    }
  }
}
