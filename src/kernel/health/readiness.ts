import { Injectable } from '@nestjs/common';
import { Drain, HealthChecks, within, type HealthCheck } from '../lifecycle/index.js';
import { AppLogger } from '../observability/index.js';

export interface CheckResult {
  status: 'ok' | 'failed';
  ms: number;
}

export interface ReadinessReport {
  status: 'ready' | 'unavailable' | 'draining';
  checks: Record<string, CheckResult>;
}

const checkLimitMs = 2_000;

/** Whether this process can serve now. Why not stands in the log, not in the answer: anyone may ask. */
@Injectable()
export class Readiness {
  #running: Promise<ReadinessReport> | undefined;

  constructor(
    private readonly checks: HealthChecks,
    private readonly drain: Drain,
    private readonly log: AppLogger,
  ) {}

  /** Askers at the same moment share one run, so that nobody can load the database by asking often. */
  report(): Promise<ReadinessReport> {
    if (this.drain.isDraining) return Promise.resolve({ status: 'draining', checks: {} });
    this.#running ??= this.#runChecks().finally(() => (this.#running = undefined));
    return this.#running;
  }

  async #runChecks(): Promise<ReadinessReport> {
    const results = await Promise.all(this.checks.all().map((check) => this.#runOne(check)));
    const failed = results.some(([, result]) => result.status === 'failed');
    return { status: failed ? 'unavailable' : 'ready', checks: Object.fromEntries(results) };
  }

  async #runOne(check: HealthCheck): Promise<[string, CheckResult]> {
    const startedAt = performance.now();
    const status = await this.#statusOf(check);
    return [check.name, { status, ms: Math.round(performance.now() - startedAt) }];
  }

  async #statusOf(check: HealthCheck): Promise<CheckResult['status']> {
    try {
      await within(checkLimitMs, `Health check "${check.name}"`, check.check());
      return 'ok';
    } catch (error) {
      this.log.warn('health.check_failed', { check: check.name, error });
      return 'failed';
    }
  }
}
