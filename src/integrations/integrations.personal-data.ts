import { definePersonalData } from '../kernel/database/index.js';

definePersonalData({
  table: 'integration_connections',
  // The account of the business at a vendor, which some vendors name by a person or an address.
  columns: { account_name: 'null', last_test: 'null', settings: 'empty_object' },
  notPersonal: ['agent_key', 'integration_key', 'name', 'mode', 'auth_mode', 'status', 'secrets', 'access_grant'],
});

definePersonalData({ table: 'vendor_budgets', notPersonal: ['limit_group'] });

definePersonalData({ table: 'vendor_calls', notPersonal: ['action', 'error'] });

definePersonalData({
  table: 'integration_authorizations',
  notPersonal: ['state_hash', 'actor_id', 'auth_mode', 'locale', 'verifier', 'redirect_uri'],
});

definePersonalData({ table: 'key_rotations', notPersonal: ['key_id', 'done_to'] });
