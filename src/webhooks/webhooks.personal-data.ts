import { definePersonalData } from '../kernel/database/index.js';

definePersonalData({
  table: 'webhook_events',
  columns: { body: 'null', error: 'null', reply: 'null' },
  notPersonal: [
    'source',
    'account',
    'dedup_key',
    'external_id',
    'type',
    'call_key',
    'request_id',
    'traceparent',
    'status',
  ],
  // The row stays: its key still recognises a late duplicate.
  retention: { past: 'blank' },
});

definePersonalData({ table: 'webhook_pending', notPersonal: ['call_key'] });

definePersonalData({
  table: 'webhook_endpoints',
  notPersonal: ['source', 'secret', 'previous_secret', 'settings'],
});
