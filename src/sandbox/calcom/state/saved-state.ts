import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { SandboxFileDamaged } from '../../sandbox.errors.js';
import { subscriptionSchema } from '../webhooks/subscriptions.js';
import { bookingSchema } from './booking.js';
import { organizationUserSchema } from './organization-users.js';

const savedState = z.object({
  bookings: z.array(bookingSchema),
  subscriptions: z.array(subscriptionSchema),
  users: z.array(organizationUserSchema),
});
export type SavedState = z.infer<typeof savedState>;

/** How long changes gather before they are written. */
const gatherMs = 50;

/** Keeps the state over restarts, whole or not at all. */
export class StateFile {
  static readonly empty: SavedState = { bookings: [], subscriptions: [], users: [] };

  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly state: () => SavedState,
  ) {}

  /**
   * @returns an empty state where there is no file.
   * @throws SandboxFileDamaged
   */
  static async read(path: string): Promise<SavedState> {
    const text = await readIfThere(path);
    if (text === null) return StateFile.empty;
    try {
      return savedState.parse(JSON.parse(text));
    } catch {
      throw new SandboxFileDamaged(path);
    }
  }

  /** Writes soon. */
  changed(): void {
    this.#timer ??= setTimeout(() => this.startWriting(), gatherMs);
  }

  /** Ends when all that has changed is written. */
  async flush(): Promise<void> {
    if (this.#timer) this.startWriting();
    await this.#writing;
  }

  private startWriting(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#writing = this.#writing.then(() => this.write());
    // Whoever flushes hears of what went wrong.
    this.#writing.catch(() => undefined);
  }

  private async write(): Promise<void> {
    await mkdir(dirname(this.path), { recursive: true });
    const draft = `${this.path}.${randomUUID()}`;
    try {
      await writeFile(draft, JSON.stringify(this.state()), { mode: 0o600, flag: 'wx' });
      await rename(draft, this.path);
    } finally {
      await rm(draft, { force: true });
    }
  }
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
