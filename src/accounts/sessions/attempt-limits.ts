import { Injectable } from '@nestjs/common';
import { sha256 } from '../../kernel/crypto/index.js';
import { RateLimited } from '../../kernel/errors/index.js';
import { AccountsPool } from '../accounts-pool.js';
import { Clock } from '../clock.js';

export interface AttemptLimit {
  /** What is counted: `sign-in:account`. */
  name: string;
  /** Whose attempts: an e-mail address or a network address. Stored as a hash. */
  of: string;
  max: number;
  windowMs: number;
}

const countAttempt = {
  name: 'accounts-count-attempt',
  text: `INSERT INTO rate_counters AS c (key, count, resets_at) VALUES ($1, 1, $2)
    ON CONFLICT (key) DO UPDATE SET
      count = CASE WHEN c.resets_at <= $3 THEN 1 ELSE c.count + 1 END,
      resets_at = CASE WHEN c.resets_at <= $3 THEN EXCLUDED.resets_at ELSE c.resets_at END
    RETURNING count, resets_at`,
};
const forgetAttempts = { name: 'accounts-forget-attempts', text: 'DELETE FROM rate_counters WHERE key = $1' };

/** Counts what precedes signing in, in the database, so that all processes count together. */
@Injectable()
export class AttemptLimits {
  constructor(
    private readonly pool: AccountsPool,
    private readonly clock: Clock,
  ) {}

  /** Counts one attempt against each limit. @throws RateLimited at the first one that is exceeded. */
  async take(limits: readonly AttemptLimit[]): Promise<void> {
    for (const limit of limits) {
      const now = this.clock.now();
      const values = [counterKey(limit), this.clock.in(limit.windowMs), now];
      const [counter] = await this.pool.query<{ count: number; resets_at: Date }>(countAttempt, values);
      if (counter && counter.count > limit.max) throw new RateLimited(counter.resets_at.getTime() - now.getTime());
    }
  }

  /** Starts counting anew, after a success. */
  async forget(limit: Pick<AttemptLimit, 'name' | 'of'>): Promise<void> {
    await this.pool.query(forgetAttempts, [counterKey(limit)]);
  }
}

function counterKey({ name, of }: Pick<AttemptLimit, 'name' | 'of'>): string {
  return `${name}:${sha256(of).toString('base64url')}`;
}

/** Whoever has one IPv6 address has its whole /64: they count together. */
export function addressGroup(address: string): string {
  if (!address.includes(':')) return address;
  if (address.includes('.')) return address.slice(address.lastIndexOf(':') + 1);
  const [head = '', tail] = address.split('::');
  const groups = head === '' ? [] : head.split(':');
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length);
  const filled = [...groups, ...Array.from({ length: missing }, () => '0'), ...(tail ? tail.split(':') : [])];
  return `${filled.slice(0, 4).join(':').toLowerCase()}::/64`;
}
