import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { clusterDataOf, type ClusterHome } from './cluster-layout.js';
import { give } from './server-account.js';

export type ServerSettings = Readonly<Record<string, string>>;

export const settingsFile = 'agent-builder.conf';

/** fsync and synchronous_commit stay on: what has been acknowledged must be there after a crash, here as in production. */
const defaults: ServerSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '100',
  shared_buffers: '64MB',
  jit: 'off',
  max_logical_replication_workers: '0',
  log_checkpoints: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
};

/** The settings as a file, without the port. Two servers with the same text behave alike, so one can be adopted for the other. */
export function settingsText(version: string, settings: ServerSettings): string {
  const lines = Object.entries({ ...defaults, ...settings }).map(
    ([name, value]) => `${name} = '${value.replaceAll("'", "''")}'`,
  );
  return [`# Written at each start by the launcher. PostgreSQL programs ${version}.`, ...lines, ''].join('\n');
}

export async function writeSettings(home: ClusterHome, text: string, port: number): Promise<void> {
  const file = join(clusterDataOf(home.folder), settingsFile);
  await writeFile(file, `${text}port = ${port}\n`, { mode: 0o600 });
  await give(file, home.account);
}
