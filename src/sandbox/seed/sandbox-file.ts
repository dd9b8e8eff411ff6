import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { newToken } from '../../kernel/crypto/index.js';
import { SandboxFileDamaged } from '../sandbox.errors.js';
import { leGourmet } from '../le-gourmet.js';

const webhook = z.object({
  endpointId: z.string(),
  /** Path only: host and port may change from one start to the next. */
  path: z.string(),
  secret: z.string(),
});

const contents = z.object({
  email: z.string(),
  password: z.string(),
  /** Where the server was last started. */
  baseUrl: z.string(),
  /** From it follow the ids and times of the first call, so that a play that was cut short can be repeated. */
  seed: z.string(),
  webhook: webhook.optional(),
  /** Once it is done it is the owner's business what the assistant offers. */
  eventTypesOffered: z.boolean().optional(),
  firstCall: z.object({ startsAt: z.iso.datetime(), completed: z.boolean() }).optional(),
});
export type SandboxState = z.infer<typeof contents>;

/** What the sandbox keeps between starts, in `DATA_DIR/sandbox.json`, for its owner's eyes only. */
export class SandboxFile {
  readonly path: string;

  constructor(private readonly dataDir: string) {
    this.path = join(dataDir, 'sandbox.json');
  }

  /** @returns null when there is none. */
  async read(): Promise<SandboxState | null> {
    const text = await readIfThere(this.path);
    if (text === null) return null;
    try {
      return contents.parse(JSON.parse(text));
    } catch {
      throw new SandboxFileDamaged(this.path);
    }
  }

  async readOrCreate(baseUrl: string): Promise<SandboxState> {
    const known = await this.read();
    if (known?.baseUrl === baseUrl) return known;
    return this.write(known ? { ...known, baseUrl } : freshState(baseUrl));
  }

  /** Whole or not at all, so that a start that is killed leaves a readable file. */
  async write(state: SandboxState): Promise<SandboxState> {
    await mkdir(this.dataDir, { recursive: true });
    const draft = `${this.path}.${randomUUID()}`;
    try {
      await writeFile(draft, `${JSON.stringify(state, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
      await rename(draft, this.path);
    } finally {
      await rm(draft, { force: true });
    }
    return state;
  }
}

function freshState(baseUrl: string): SandboxState {
  return { email: leGourmet.email, password: newToken('', 15), baseUrl, seed: newToken('', 9) };
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
