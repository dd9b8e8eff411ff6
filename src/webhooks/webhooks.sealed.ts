import { defineSealedColumn } from '../kernel/crypto/index.js';

// Both hold the same secret, one after the other: so they are bound to the same field.
for (const column of ['secret', 'previous_secret']) {
  defineSealedColumn({
    table: 'webhook_endpoints',
    column,
    key: 'id',
    shape: 'text',
    needs: ['id', 'workspace_id'],
    binding: ({ id, workspace_id: workspaceId }) => ({
      table: 'webhook_endpoints',
      workspaceId: workspaceId ?? '',
      recordId: id ?? '',
      field: 'secret',
    }),
  });
}
