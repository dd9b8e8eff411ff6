import { setTimeout as pause } from 'node:timers/promises';
import type { Deployment } from './deployment.js';
import type { Strike, Target } from './kill-plan.js';
import type { ServerProcess } from './server-process.js';

export type Kills = Record<'api' | 'worker' | 'postgres' | 'redis', number>;

const lookEveryMs = 20;

/** Carries plans out, and at the end kills everything at once. What is killed comes back by itself. */
export class Killer {
  readonly kills: Kills = { api: 0, worker: 0, postgres: 0, redis: 0 };
  readonly #stopping = new AbortController();

  constructor(private readonly deployment: Deployment) {}

  /** Strikes until `stop` is called. @throws when something does not come back. */
  async carryOut(plans: readonly (readonly Strike[])[]): Promise<void> {
    await Promise.all(plans.map((plan) => this.carryOutOne(plan)));
  }

  stop(): void {
    this.#stopping.abort();
  }

  /** All in one moment, as when the machine is reset; what the kernel was given survives that here. */
  async killAll(): Promise<void> {
    for (const process of this.deployment.processes) this.killProcess(process);
    await Promise.all([this.killPostgres(), this.killRedis()]);
  }

  private async carryOutOne(plan: readonly Strike[]): Promise<void> {
    // One strike that had to wait makes the others wait as long, so that they never come in a heap.
    let startedAt = performance.now();
    for (const { atMs, target } of plan) {
      while (!this.isStopped && (performance.now() < startedAt + atMs || !this.isWorth(target))) await this.pause();
      if (this.isStopped) return;
      startedAt = performance.now() - atMs;
      await this.strike(target);
    }
  }

  private get isStopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  private async pause(): Promise<void> {
    await pause(lookEveryMs, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
  }

  /**
   * What is still starting has nothing to lose yet. To kill it, or what it starts on, would prove nothing, and on a slow
   * machine it would keep everything from ever working.
   */
  private isWorth({ kind }: Target): boolean {
    if (kind === 'process') return this.targets.length > 0;
    const roles = this.deployment.processes.filter(({ isReady }) => isReady).map(({ role }) => role);
    return new Set(roles).size === 2;
  }

  private get targets(): ServerProcess[] {
    return this.deployment.processes.filter(({ hasWorked }) => hasWorked);
  }

  private async strike(target: Target): Promise<void> {
    switch (target.kind) {
      case 'process': {
        const process = this.targets[target.nth % this.targets.length];
        if (process) this.killProcess(process);
        return;
      }
      case 'postgres':
        return this.killPostgres();
      case 'redis':
        return this.killRedis();
    }
  }

  private killProcess(process: ServerProcess): void {
    if (process.kill()) this.kills[process.role] += 1;
  }

  private async killPostgres(): Promise<void> {
    await this.deployment.postgres.back();
    if (await this.deployment.postgres.kill()) this.kills.postgres += 1;
  }

  private async killRedis(): Promise<void> {
    if (!this.deployment.redis) return;
    await this.deployment.redis.kill();
    this.kills.redis += 1;
  }
}
