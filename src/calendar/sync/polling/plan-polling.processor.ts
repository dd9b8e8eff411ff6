import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { sha256 } from '../../../kernel/crypto/index.js';
import { JobProcessor, Jobs } from '../../../kernel/queue/index.js';
import { CalendarAccounts } from '../../accounts/calendar-accounts.service.js';
import { planPollingJob, pollAccountJob, type PollKind } from './polling.jobs.js';

/** Over how long the accounts are spread, so that they do not all ask at once. */
const spreadMs: Readonly<Record<PollKind, number>> = { delta: 60_000, hour: 600_000, night: 3_600_000 };

@JobProcessor(planPollingJob)
export class PlanPollingProcessor {
  constructor(
    private readonly accounts: CalendarAccounts,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: RequestContext, { kind }: { kind: PollKind }): Promise<void> {
    const accounts = await this.accounts.all({ ...ctx, access: 'intake' });
    for (const { workspaceId, accountId } of accounts) {
      const owner = systemContext({ actor: 'calendar.polling', workspaceId, requestId: ctx.requestId });
      const delayMs = Math.floor((sha256(accountId).readUInt32BE() / 2 ** 32) * spreadMs[kind]);
      await this.jobs.addLater(owner, pollAccountJob, { payload: { accountId, kind }, delayMs });
    }
  }
}
