import { Injectable, type BeforeApplicationShutdown, type OnApplicationShutdown } from '@nestjs/common';
import { AppLogger } from '../observability/index.js';
import { within } from './within.js';

/**
 * The order in which this process lets go:
 * - `intake`: nothing new is taken on: probes answer 503, workers stop fetching, relays stop claiming;
 * - `work`: what runs is finished: jobs, open WebSockets; HTTP requests are finished by the server itself right after;
 * - `connections`: queues, pools and listeners are closed.
 */
export type DrainPhase = 'intake' | 'work' | 'connections';

/** With what main gives to close the rest and to stop the embedded database, the whole stays under 10 s. */
const limitMs: Record<DrainPhase, number> = { intake: 1_000, work: 5_000, connections: 1_500 };

type DrainTask = () => void | Promise<void>;

/**
 * Graceful shutdown: parts of the server say what they do in which phase, and `app.close()` runs the phases in order.
 * A task that fails or takes too long is logged and does not hold up the others.
 *
 * @example
 * constructor(drain: Drain) { drain.during('intake', 'webhooks.relay', () => this.stopClaiming()); }
 */
@Injectable()
export class Drain implements BeforeApplicationShutdown, OnApplicationShutdown {
  readonly #tasks: { phase: DrainPhase; name: string; task: DrainTask }[] = [];
  #begun: Promise<void> | undefined;

  constructor(private readonly log: AppLogger) {}

  /** Whether the process is on its way out and must take on nothing new. */
  get isDraining(): boolean {
    return this.#begun !== undefined;
  }

  /** @param task Must be safe to run next to the other tasks of its phase. */
  during(phase: DrainPhase, name: string, task: DrainTask): void {
    this.#tasks.push({ phase, name, task });
  }

  /** Stops intake and finishes work; a second call waits for the first. */
  begin(): Promise<void> {
    this.#begun ??= this.#run('intake').then(() => this.#run('work'));
    return this.#begun;
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.begin();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.#run('connections');
  }

  async #run(phase: DrainPhase): Promise<void> {
    const tasks = this.#tasks.filter((task) => task.phase === phase);
    await Promise.all(tasks.map(({ name, task }) => this.#runOne(phase, name, task)));
  }

  async #runOne(phase: DrainPhase, name: string, task: DrainTask): Promise<void> {
    try {
      await within(limitMs[phase], `${name} (${phase})`, Promise.resolve().then(task));
    } catch (error) {
      this.log.warn('process.drain_incomplete', { phase, task: name, error });
    }
  }
}
