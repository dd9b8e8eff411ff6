import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { AppError } from '../../../kernel/errors/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { JobProcessor, type JobMeta } from '../../../kernel/queue/index.js';
import type { CalendarAccount } from '../../accounts/calendar-account.js';
import { CalendarAccounts } from '../../accounts/calendar-accounts.service.js';
import { AccountStates } from '../recording/account-states.repository.js';
import { SyncUpkeep } from '../sync-upkeep.js';
import { AccountPolling } from './account-polling.js';
import { pollAccountJob, type PollKind } from './polling.jobs.js';
import { sweepWindow } from './sweep-windows.js';

interface Order {
  accountId: string;
  kind: PollKind;
}

@JobProcessor(pollAccountJob)
export class PollAccountProcessor {
  constructor(
    private readonly accounts: CalendarAccounts,
    private readonly polling: AccountPolling,
    private readonly states: AccountStates,
    private readonly upkeep: SyncUpkeep,
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AppLogger,
  ) {}

  /** What stands in the way is noted with the account; the next one goes on where this one could not. */
  async run(ctx: RequestContext, { accountId, kind }: Order, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    try {
      const account = await this.accounts.of(ctx, accountId);
      if (!account) return;
      await this.poll(ctx, account, { kind, signal });
      if (kind === 'night') await this.upkeep.run(ctx, account);
    } catch (error) {
      const problem = error instanceof AppError ? error.reason : 'CALENDAR.SYNC_FAILED';
      const isBusy = error instanceof AppError && error.kind === 'rate_limited';
      if (isBusy) this.log.info('calendar.sync.rate_limited', { accountId, kind });
      else
        this.log.error('vapi_cal.error', {
          doing: kind,
          accountId,
          problem,
          ...(error instanceof AppError ? {} : { error }),
        });
      await this.unitOfWork.run(ctx, (tx) => this.states.fail(tx, accountId, problem));
    }
  }

  private poll(
    ctx: RequestContext,
    account: CalendarAccount,
    { kind, signal }: { kind: PollKind; signal: AbortSignal },
  ): Promise<void> {
    if (kind === 'delta') return this.polling.delta(ctx, account, { signal });
    return this.polling.sweep(ctx, account, { ...sweepWindow(kind, new Date()), signal });
  }
}
