import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';
import { SandboxFileDamaged } from '../sandbox.errors.js';

/** How long changes gather before they are written. */
const gatherMs = 50;

/** Keeps a state over restarts, whole or not at all. */
export class KeptFile {
  #timer: NodeJS.Timeout | null = null;
  #writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly path: string,
    private readonly state: () => unknown,
  ) {}

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
    this.#writing = this.#writing.then(() => writeKept(this.path, this.state()));
    // Whoever flushes hears of what went wrong.
    this.#writing.catch(() => undefined);
  }
}

/**
 * @returns null where there is no file.
 * @throws SandboxFileDamaged
 */
export async function readKept<T>(path: string, schema: z.ZodType<T>): Promise<T | null> {
  const text = await readIfThere(path);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    throw new SandboxFileDamaged(path);
  }
}

/** For its owner's eyes only; a writer that is killed leaves a readable file. */
export async function writeKept(path: string, state: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  try {
    await writeFile(draft, JSON.stringify(state), { mode: 0o600, flag: 'wx' });
    await rename(draft, path);
  } finally {
    await rm(draft, { force: true });
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
