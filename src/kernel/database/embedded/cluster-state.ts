import { randomBytes, randomUUID } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { ClusterHome } from './cluster-layout.js';
import { errorCode } from './error-code.js';
import { give } from './server-account.js';
import { EmbeddedPostgresFault } from './embedded-postgres.fault.js';

const stateSchema = z.object({
  /** The DATA_DIR that this cluster serves, which may stand elsewhere. */
  dataDir: z.string(),
  /** Kept from start to start while it is free, so that tools can keep their settings. */
  port: z.number().int().optional(),
  adminPassword: z.string(),
  password: z.string(),
  /** Whether login and database have been made. */
  provisioned: z.boolean(),
});

/** What the launcher knows about its cluster; holds passwords. */
export type ClusterState = z.infer<typeof stateSchema>;

export function newClusterState(dataDir: string): ClusterState {
  const password = () => randomBytes(24).toString('hex');
  return { dataDir, adminPassword: password(), password: password(), provisioned: false };
}

/** @returns undefined when there is none. */
export async function readClusterState(home: string): Promise<ClusterState | undefined> {
  const text = await readFile(stateFile(home), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  try {
    return stateSchema.parse(JSON.parse(text));
  } catch (error) {
    throw new EmbeddedPostgresFault(
      `${stateFile(home)} is damaged: restore it, or delete ${home} to start with an empty database.`,
      { cause: error },
    );
  }
}

/** Owned by the account of the cluster: after a start by root, that account must be able to start it again. */
export async function writeClusterState(home: ClusterHome, state: ClusterState): Promise<void> {
  const file = stateFile(home.folder);
  const fresh = `${file}.${randomUUID()}`;
  await writeFile(fresh, JSON.stringify(state, undefined, 2), { mode: 0o600 });
  await give(fresh, home.account);
  await rename(fresh, file);
}

function stateFile(home: string): string {
  return join(home, 'cluster.json');
}
