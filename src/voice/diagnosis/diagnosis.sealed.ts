import { defineSealedColumn } from '../../kernel/crypto/index.js';

defineSealedColumn({
  table: 'connection_repairs',
  column: 'previous',
  key: 'id',
  shape: 'text',
  needs: ['id', 'workspace_id'],
  binding: ({ id, workspace_id: workspaceId }) => ({
    table: 'connection_repairs',
    workspaceId: workspaceId ?? '',
    recordId: id ?? '',
    field: 'previous',
  }),
});
