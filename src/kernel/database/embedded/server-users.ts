import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isProcessAlive } from './process-alive.js';
import type { ClusterHome } from './cluster-layout.js';
import { give } from './server-account.js';

/**
 * Who uses a running server: one file per start, named after its process. The last to leave stops the server. Always called
 * under the start lock.
 */
export class ServerUsers {
  static readonly #here = new Set<string>();
  readonly #folder: string;

  constructor(private readonly home: ClusterHome) {
    this.#folder = join(home.folder, 'users');
  }

  /** A server that has just started has no users yet, whatever an earlier one left behind. */
  async clear(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }

  async enter(): Promise<string> {
    const user = `${process.pid}.${randomUUID()}`;
    await mkdir(this.#folder, { recursive: true });
    await give(this.#folder, this.home.account);
    await writeFile(join(this.#folder, user), '');
    ServerUsers.#here.add(user);
    return user;
  }

  async leave(user: string): Promise<void> {
    ServerUsers.#here.delete(user);
    await rm(join(this.#folder, user), { force: true });
  }

  /** The processes that still use the server. */
  async processes(): Promise<number[]> {
    const users = await readdir(this.#folder).catch(() => []);
    return users.filter(isPresent).map(processOf);

    function isPresent(user: string): boolean {
      return processOf(user) === process.pid ? ServerUsers.#here.has(user) : isProcessAlive(processOf(user));
    }
  }
}

function processOf(user: string): number {
  return Number(user.split('.')[0]);
}
