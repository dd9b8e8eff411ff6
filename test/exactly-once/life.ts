import { AsyncLocalStorage, AsyncResource } from 'node:async_hooks';
import { inspect } from 'node:util';
import pg from 'pg';
import { HttpClient } from '../../src/kernel/http/index.js';
import { IntakeUnavailable } from '../../src/webhooks/index.js';

/** Where a process dies: at its nth word to the database or to a vendor, before it is sent or after it was answered. */
export interface Death {
  at: number;
  when: 'before' | 'after';
}

const death = 'Connection terminated: the process is dead.';

class Killed extends Error {
  constructor() {
    super(death);
  }
}

/**
 * One process, as far as a request can tell: whatever it awaits outside itself goes through here, and once it is dead
 * nothing of it gets through any more and its connections are gone.
 */
export class Life {
  words = 0;
  dead = false;
  #die: () => void = () => undefined;
  readonly death = new Promise<void>((resolve) => (this.#die = resolve));

  constructor(private readonly plan: Death | undefined) {}

  /** Runs work as this process. @returns null when it dies before it answers, or says that it cannot answer now. */
  async live<T>(work: () => Promise<T>): Promise<T | null> {
    const working = lives.run(this, work);
    // What a dead process goes on to do is heard by nobody.
    const answered = working.catch((error: unknown) => {
      if (this.dead || error instanceof IntakeUnavailable) return null;
      throw error;
    });
    return Promise.race([answered, this.death.then(() => null)]);
  }

  /** @returns when this word is the last one; undefined when it is not. */
  speak(): 'before' | 'after' | undefined {
    if (this.dead) return 'before';
    this.words += 1;
    return this.words === this.plan?.at ? this.plan.when : undefined;
  }

  kill(): Killed {
    this.dead = true;
    this.#die();
    return new Killed();
  }
}

const lives = new AsyncLocalStorage<Life>();

type Query = (this: pg.Client, ...args: unknown[]) => unknown;
type Request = HttpClient['request'];
interface Breakable {
  connection: { stream: { destroy(): void } };
  _queryable: boolean;
}
type Connect = (this: pg.Pool, given?: (...args: unknown[]) => void) => unknown;

/** Makes every word of this Node process to database and vendors pass by the life that says it. @returns the undoing. */
export function watchLives(): () => void {
  const database: { query: Query } = pg.Client.prototype;
  const http: { request: Request } = HttpClient.prototype;
  const pool: { connect: Connect } = pg.Pool.prototype;
  const [{ query }, { request }, { connect }] = [database, http, pool];
  // Who waits for a connection gets it from whoever gives one back, and is not that life.
  pool.connect = function bound(this: pg.Pool, given) {
    return connect.call(this, given && AsyncResource.bind(given));
  };
  database.query = function watched(this: pg.Client, ...args: unknown[]) {
    const life = lives.getStore();
    const last = life?.speak();
    if (!life || !last) return query.apply(this, args);
    return last === 'before' ? refuse(this, args, life) : loseAnswer(this, { args, life, query });
  };
  http.request = async function watched(this: HttpClient, ...args: Parameters<Request>) {
    const life = lives.getStore();
    const last = life?.speak();
    if (life && last === 'before') throw life.kill();
    const reply = await request.apply(this, args);
    if (life && last === 'after') throw life.kill();
    return reply;
  } as Request;
  // What a dead process leaves behind is awaited by nobody.
  const ignoreDead = (error: unknown) => {
    if (!isOfTheDead(error)) throw error;
  };
  process.on('unhandledRejection', ignoreDead);
  process.on('uncaughtException', ignoreDead);
  return () => {
    process.off('unhandledRejection', ignoreDead);
    process.off('uncaughtException', ignoreDead);
    database.query = query;
    http.request = request;
    pool.connect = connect;
  };
}

/** However deep it stands in what others made of it. */
function isOfTheDead(error: unknown): boolean {
  return inspect(error).includes(death);
}

/** A dead process has no connections: whatever was open in them is rolled back, and nobody else gets them. */
function hangUp(client: pg.Client): void {
  const broken = client as unknown as Breakable;
  broken._queryable = false;
  broken.connection.stream.destroy();
}

function refuse(client: pg.Client, args: unknown[], life: Life): unknown {
  hangUp(client);
  return answer(args, life.kill());
}

function loseAnswer(client: pg.Client, { args, life, query }: { args: unknown[]; life: Life; query: Query }): unknown {
  const given = args.at(-1);
  const rest = typeof given === 'function' ? args.slice(0, -1) : args;
  const lost = (async () => {
    await (query.apply(client, rest) as Promise<unknown>);
    hangUp(client);
    throw life.kill();
  })();
  if (typeof given !== 'function') return lost;
  lost.catch((error: unknown) => (given as (error: unknown) => void)(error));
  return undefined;
}

function answer(args: unknown[], error: Error): unknown {
  const given = args.at(-1);
  if (typeof given !== 'function') return Promise.reject(error);
  process.nextTick(() => (given as (error: unknown) => void)(error));
  return undefined;
}
