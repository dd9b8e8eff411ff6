import { spawnSync, type ChildProcess } from 'node:child_process';
import { freePorts } from '../../support/free-ports.js';
import { endRedis, launchRedis, whenReady } from '../../support/redis-process.js';
import { onExit } from './on-exit.js';

export const hasRedis = spawnSync('redis-server', ['--version']).status === 0;

/** A Redis that keeps nothing on disk: whoever kills it takes its memory. It comes back empty, on the same port. */
export class RedisServer {
  #back: Promise<void> = Promise.resolve();

  private constructor(
    private readonly port: number,
    private server: ChildProcess,
    private forget: () => void,
  ) {}

  static async start(): Promise<RedisServer> {
    const [port = 0] = await freePorts(1);
    const server = launchRedis({ port });
    const redis = new RedisServer(port, server, () => undefined);
    await redis.#adopt(server);
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** Ends it, and starts it again; `back()` waits for that. */
  async kill(): Promise<void> {
    await this.back();
    await this.#end();
    this.#back = this.#adopt(launchRedis({ port: this.port }));
    this.#back.catch(() => undefined);
  }

  back(): Promise<void> {
    return this.#back;
  }

  async discard(): Promise<void> {
    await this.#back.catch(() => undefined);
    await this.#end();
  }

  async #adopt(server: ChildProcess): Promise<void> {
    this.server = server;
    this.forget = onExit(() => server.kill('SIGKILL'));
    await whenReady(server);
  }

  async #end(): Promise<void> {
    await endRedis(this.server);
    this.forget();
  }
}
