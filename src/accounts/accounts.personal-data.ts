import { definePersonalData } from '../kernel/database/index.js';

// People who have an account, or are asked to open one, are no contacts of a workspace: no contact's erasure reaches them.
definePersonalData({
  table: 'users',
  columns: { email: 'redact', name: 'redact' },
  notPersonal: ['locale', 'role', 'password_hash'],
});
// The whole mail with its recipient, sealed, and gone when it is sent.
definePersonalData({ table: 'outgoing_mails', columns: { sealed: 'redact' } });
definePersonalData({ table: 'invitations', columns: { email: 'redact' }, notPersonal: ['role', 'token_hash'] });

definePersonalData({ table: 'workspaces', notPersonal: ['name', 'locale', 'time_zone', 'currency'] });
definePersonalData({ table: 'memberships', notPersonal: ['role'] });
definePersonalData({ table: 'sessions', notPersonal: ['kind', 'access', 'token_hash'] });
definePersonalData({ table: 'password_resets', notPersonal: ['token_hash'] });
definePersonalData({ table: 'api_keys', notPersonal: ['name', 'prefix', 'secret_hash', 'permissions'] });

// Ids and roles only: what can never be changed must hold nothing that someone may want erased.
definePersonalData({
  table: 'audit_entries',
  notPersonal: ['actor_id', 'actor_kind', 'action', 'target_id', 'details', 'request_id'],
});

// Replies are sealed, and gone after a day.
definePersonalData({
  table: 'idempotency_keys',
  columns: { reply: 'null' },
  notPersonal: ['actor_id', 'key', 'request_hash'],
});
definePersonalData({ table: 'rate_counters', notPersonal: ['key'] });
