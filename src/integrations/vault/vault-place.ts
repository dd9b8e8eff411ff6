import type { SealBinding } from '../../kernel/crypto/index.js';

/** What a sealed value is bound to: copied to another workspace, agent, connection or connector it does not open. */
export interface VaultPlace {
  id: string;
  workspaceId: string;
  agentKey: string | null;
  integrationKey: string;
}

export const grantField = 'access_grant';

export function bindingOf({ id, workspaceId, agentKey, integrationKey }: VaultPlace, field: string): SealBinding {
  return {
    table: 'integration_connections',
    workspaceId,
    agentId: agentKey,
    recordId: id,
    field: `${integrationKey}.${field}`,
  };
}
