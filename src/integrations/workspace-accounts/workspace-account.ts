import type { Secret } from '../../kernel/config/index.js';
import type { ClientUse } from '../access/connection-client.js';
import type { VendorClient } from '../core/vendor-client.js';

/** An account at a vendor that the workspace works with, whatever agent acts. */
export interface WorkspaceAccount {
  /** Of its connection, or `deployment`. */
  readonly id: string;
  /** Another one whenever other credentials were entered. */
  readonly version: number;
  client(use: ClientUse): VendorClient;
}

/** An account that the operator's environment gives. */
export interface DeploymentAccountOptions {
  integrationId: string;
  /** One of the connector's ways in that take no token. */
  authMode: string;
  /** By the keys of its fields. */
  values: Readonly<Record<string, string | Secret>>;
  /** In place of the vendor's own; it may be private. A vendor's further bases stand below it, each by its own host. */
  baseUrl?: string | undefined;
}
