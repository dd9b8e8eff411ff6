import { Injectable } from '@nestjs/common';
import { AccountsFacade } from '../../accounts/index.js';
import { clientPrefix } from '../../contacts/index.js';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { InvalidInput } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { toAssistantId } from '../assistants/assistant-id.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import { costsConfig } from '../calls/costs/costs.config.js';
import { bucketKey } from './bucket-key.js';
import type { StatsGroupRowType } from './graphql/stats-group-row.type.js';
import type { VoiceStatsType } from './graphql/voice-stats.type.js';
import { StatisticsRepository, type Period, type StatsGroup, type StatsRow } from './statistics.repository.js';
import { sumCosts } from './sum-costs.js';

/** What sums across workspaces are shown in. */
const deploymentCurrency = 'EUR';
/** The key of calls that have no assistant, client, outcome or reason. */
const noKey = 'none';

const noCalls: StatsRow = {
  bucket: null,
  key: null,
  calls: 0,
  completed: 0,
  failed: 0,
  in_progress: 0,
  missed: 0,
  transferred: 0,
  seconds: '0',
  average_seconds: null,
  average_satisfaction: null,
  costs: {},
};

export interface StatsFilter extends Period {
  assistantId?: string | undefined;
}

/** How many calls, how long, how good, how dear. */
@Injectable()
export class StatisticsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: StatisticsRepository,
    private readonly accounts: AccountsFacade,
    private readonly assistants: VoiceAssistants,
    private readonly config: Config,
  ) {}

  /** @throws AssistantNotFound */
  async total(ctx: RequestContext, filter: StatsFilter): Promise<VoiceStatsType> {
    const [row] = await this.count(ctx, filter);
    return row?.stats ?? this.none(ctx);
  }

  /**
   * Only groups that have calls; hours to months in order of time, others by the number of calls.
   *
   * @throws AssistantNotFound
   */
  async grouped(ctx: RequestContext, group: StatsGroup, filter: StatsFilter): Promise<StatsGroupRowType[]> {
    return this.count(ctx, filter, group);
  }

  /** One statement for all assistants of a page, in the order of `assistantIds`. */
  async ofAssistants(ctx: RequestContext, assistantIds: readonly string[], period: Period): Promise<VoiceStatsType[]> {
    const rows = await this.count(ctx, { ...period, assistantIds }, 'ASSISTANT');
    const byAssistant = new Map(rows.map(({ key, stats }) => [key, stats]));
    const none = rows.length < assistantIds.length ? await this.none(ctx) : undefined;
    return assistantIds.flatMap((id) => byAssistant.get(toAssistantId(id)) ?? none ?? []);
  }

  private async count(
    ctx: RequestContext,
    filter: StatsFilter & { assistantIds?: readonly string[] },
    group?: StatsGroup,
  ): Promise<StatsGroupRowType[]> {
    const { assistantId, assistantIds, from, to } = filter;
    assertPeriod(filter);
    return this.unitOfWork.run(ctx, async (tx) => {
      if (assistantId !== undefined) await this.assistants.require(tx, assistantId);
      const { timeZone, currency } = await this.reckoning(tx);
      const only = assistantId === undefined ? assistantIds : [assistantId];
      const rows = await this.repository.count(tx, { group, from, to, assistantIds: only, timeZone });
      return rows.map((row) => ({ key: keyOf(row, group, timeZone), stats: this.toStats(row, currency) }));
    });
  }

  /** Where days begin, and what costs are shown in. */
  private async reckoning(ctx: RequestContext): Promise<{ timeZone: string; currency: string }> {
    const { timeZone, currency } = await this.accounts.findWorkspace(ctx);
    return { timeZone, currency: ctx.access === 'admin' ? deploymentCurrency : currency };
  }

  private async none(ctx: RequestContext): Promise<VoiceStatsType> {
    const { currency } = await this.reckoning(ctx);
    return this.toStats(noCalls, currency);
  }

  private toStats(row: StatsRow, currency: string): VoiceStatsType {
    return {
      calls: row.calls,
      completedCalls: row.completed,
      failedCalls: row.failed,
      inProgressCalls: row.in_progress,
      missedCalls: row.missed,
      transferredCalls: row.transferred,
      totalDurationSeconds: Number(row.seconds),
      averageDurationSeconds: row.average_seconds,
      averageSatisfaction: row.average_satisfaction,
      cost: sumCosts(row.costs, currency, this.config.get(costsConfig).euroRates),
    };
  }
}

function keyOf({ bucket, key }: StatsRow, group: StatsGroup | undefined, timeZone: string): string {
  if (bucket !== null && group !== undefined) return bucketKey(bucket, group, timeZone);
  if (key === null) return noKey;
  if (group === 'ASSISTANT') return toAssistantId(key);
  return group === 'CLIENT' ? toGlobalId(clientPrefix, key) : key;
}

function assertPeriod({ from, to }: Period): void {
  if (!from || !to || from <= to) return;
  const message = { en: '"to" comes before "from".', fr: '« to » précède « from ».' };
  throw new InvalidInput('VOICE.PERIOD_REVERSED', message, [{ path: 'to', message }]);
}
