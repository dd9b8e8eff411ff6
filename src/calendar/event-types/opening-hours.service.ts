import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { HttpFailure } from '../../kernel/http/index.js';
import type { CalendarAccount } from '../accounts/calendar-account.js';
import type { CalComSchedule } from '../providers/calcom/account.js';

/** Hours change rarely, and only help to understand what callers mean. */
const ttlMs = 10 * 60_000;
const readLimitMs = 3_000;

/** The hours of accounts, as far as their credentials may read them. */
@Injectable()
export class OpeningHours {
  readonly #schedules = new LRUCache<string, readonly CalComSchedule[], CalendarAccount>({
    max: 500,
    ttl: ttlMs,
    allowStaleOnFetchRejection: true,
    fetchMethod: (_key, _old, { context }) => read(context),
  });

  /** None where they cannot be read. */
  async of(account: CalendarAccount): Promise<readonly CalComSchedule[]> {
    return (await this.#schedules.fetch(account.version, { context: account })) ?? [];
  }
}

async function read(account: CalendarAccount): Promise<readonly CalComSchedule[]> {
  try {
    return await account.api({ action: 'opening_hours', urgent: true }).schedules({ timeoutMs: readLimitMs });
  } catch (error) {
    if (error instanceof HttpFailure) return [];
    throw error;
  }
}
