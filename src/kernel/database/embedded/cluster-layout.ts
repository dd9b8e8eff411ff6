import { join } from 'node:path';
import type { ServerAccount } from './server-account.js';

/** The folder of the cluster, its log and its state, private to the account that runs the server. */
export interface ClusterHome {
  folder: string;
  account: ServerAccount | undefined;
}

/** PostgreSQL's own data folder. */
export function clusterDataOf(home: string): string {
  return join(home, 'data');
}
