import { Injectable } from '@nestjs/common';

/**
 * One thing without which this process cannot serve: `check` resolves when it is there and throws when it is not.
 *
 * @example
 * constructor(checks: HealthChecks) { checks.add({ name: 'database', check: () => this.ping() }); }
 */
export interface HealthCheck {
  /** As the probe shows it: `database`, `queue`, `migrations`. */
  readonly name: string;
  check(): Promise<void>;
}

/** What `/health/ready` asks. The parts add their own checks, so that the probe knows none of them. */
@Injectable()
export class HealthChecks {
  readonly #checks: HealthCheck[] = [];

  add(check: HealthCheck): void {
    if (this.#checks.some(({ name }) => name === check.name))
      throw new Error(`Health check "${check.name}" exists twice.`);
    this.#checks.push(check);
  }

  all(): readonly HealthCheck[] {
    return this.#checks;
  }
}
