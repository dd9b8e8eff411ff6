import { defineSealedColumn, type SealedRow } from '../kernel/crypto/index.js';

const bound =
  (table: string, field: string) =>
  ({ id, workspace_id: workspaceId }: SealedRow) => ({
    table,
    workspaceId: workspaceId ?? '',
    recordId: id ?? '',
    field,
  });

defineSealedColumn({
  table: 'outgoing_mails',
  column: 'sealed',
  key: 'id',
  shape: 'text',
  needs: ['id', 'workspace_id'],
  binding: bound('outgoing_mails', 'sealed'),
});

defineSealedColumn({
  table: 'idempotency_keys',
  column: 'reply',
  key: 'id',
  shape: 'text',
  needs: ['id', 'workspace_id'],
  binding: bound('idempotency_keys', 'reply'),
});
