import { definePersonalData } from '../../kernel/database/index.js';

// Findings speak of settings, counts and times, never of who called.
definePersonalData({ table: 'connection_diagnoses', notPersonal: ['status', 'checks'] });
definePersonalData({
  table: 'connection_repairs',
  notPersonal: ['check_key', 'kind', 'target', 'description', 'before', 'after', 'previous'],
});
