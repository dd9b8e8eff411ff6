import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Config } from '../../kernel/config/index.js';
import { RateLimited } from '../../kernel/errors/index.js';
import { webhooksConfig } from '../webhooks.config.js';
import { TokenBucket } from './token-bucket.js';

/** The share of a bucket that only tool calls and end-of-call reports may use: they are refused last. */
const preciousShare = 0.2;

/** Limits each endpoint per process, so that one loud sender leaves room for the others. */
@Injectable()
export class EndpointLimits {
  readonly #buckets = new LRUCache<string, TokenBucket>({ max: 10_000 });
  readonly #reserve: number;

  constructor(private readonly config: Config) {
    this.#reserve = Math.floor(config.get(webhooksConfig).burst * preciousShare);
  }

  /** @throws RateLimited with the time after which the platform may try again. */
  admit(account: string, precious: boolean): void {
    const now = performance.now();
    const retryAfterMs = this.bucketOf(account, now).take(now, precious ? 0 : this.#reserve);
    if (retryAfterMs > 0) throw new RateLimited(retryAfterMs);
  }

  private bucketOf(account: string, now: number): TokenBucket {
    const known = this.#buckets.get(account);
    if (known) return known;
    const { ratePerSecond, deploymentRatePerSecond, burst } = this.config.get(webhooksConfig);
    const isDeployment = account === deploymentAccount;
    const rate = isDeployment ? deploymentRatePerSecond : ratePerSecond;
    const bucket = new TokenBucket(rate, isDeployment ? Math.max(burst, rate) : burst, now);
    this.#buckets.set(account, bucket);
    return bucket;
  }
}

/** What stands for an endpoint's id on the deployment's own endpoints. */
export const deploymentAccount = 'deployment';
