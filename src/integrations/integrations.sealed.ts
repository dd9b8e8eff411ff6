import { defineSealedColumn, type SealedRow } from '../kernel/crypto/index.js';
import { bindingOf, grantField } from './vault/vault-place.js';

const placed = ['id', 'workspace_id', 'agent_key', 'integration_key'];

const placeOf = (row: SealedRow) => ({
  id: row.id ?? '',
  workspaceId: row.workspace_id ?? '',
  agentKey: row.agent_key ?? null,
  integrationKey: row.integration_key ?? '',
});

defineSealedColumn({
  table: 'integration_connections',
  column: 'secrets',
  key: 'id',
  shape: 'map',
  needs: placed,
  binding: (row, entry) => bindingOf(placeOf(row), entry),
});

defineSealedColumn({
  table: 'integration_connections',
  column: 'access_grant',
  key: 'id',
  shape: 'text',
  needs: placed,
  binding: (row) => bindingOf(placeOf(row), grantField),
});

defineSealedColumn({
  table: 'integration_authorizations',
  column: 'verifier',
  key: 'state_hash',
  shape: 'text',
  needs: ['workspace_id', 'connection_id'],
  binding: ({ workspace_id: workspaceId, connection_id: connectionId }) => ({
    table: 'integration_authorizations',
    workspaceId: workspaceId ?? '',
    recordId: connectionId ?? '',
    field: 'verifier',
  }),
});
