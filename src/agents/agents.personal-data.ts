import { definePersonalData } from '../kernel/database/index.js';

// Instructions are about the business, written by its people: no contact's erasure reaches them.
definePersonalData({
  table: 'agents',
  columns: { instructions: 'null' },
  notPersonal: ['key', 'name', 'model_provider', 'model'],
});
