import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import type { VoiceStatsType } from './graphql/voice-stats.type.js';
import type { Period } from './statistics.repository.js';
import { StatisticsService } from './statistics.service.js';

/** The statistics of the assistants of a page: one statement for each period asked for, whatever the page size. */
@Injectable()
export class StatsLoader {
  readonly #stats: RequestLoader<string, VoiceStatsType>;

  constructor(private readonly statistics: StatisticsService) {
    this.#stats = new RequestLoader((ctx, keys) => this.loadAll(ctx, keys));
  }

  /** @param assistantId The database's id. */
  load(context: GraphqlContext, assistantId: string, { from, to }: Period): Promise<VoiceStatsType> {
    return this.#stats.load(context, [assistantId, from?.toISOString(), to?.toISOString()].join(' '));
  }

  private async loadAll(ctx: RequestContext, keys: readonly string[]): Promise<VoiceStatsType[]> {
    const asked = keys.map(parseKey);
    const loaded = new Map<string, VoiceStatsType>();
    for (const period of new Set(asked.map((key) => key.period))) {
      const ids = asked.flatMap((key) => (key.period === period ? [key.assistantId] : []));
      const stats = await this.statistics.ofAssistants(ctx, ids, toPeriod(period));
      ids.forEach((id, index) => {
        const found = stats[index];
        if (found) loaded.set(`${id} ${period}`, found);
      });
    }
    return keys.flatMap((key) => loaded.get(key) ?? []);
  }
}

function parseKey(key: string): { assistantId: string; period: string } {
  const [assistantId = '', ...period] = key.split(' ');
  return { assistantId, period: period.join(' ') };
}

function toPeriod(period: string): Period {
  const [from, to] = period.split(' ');
  return { from: from ? new Date(from) : undefined, to: to ? new Date(to) : undefined };
}
