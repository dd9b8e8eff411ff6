import { definePersonalData } from '../kernel/database/index.js';

definePersonalData({
  table: 'contacts',
  columns: { name: 'null', memory: 'null' },
  notPersonal: ['time_zone'],
  contactRows: 'id = $1',
  erasing: 'delete',
});

definePersonalData({
  table: 'contact_identities',
  columns: { value: 'redact' },
  notPersonal: ['kind'],
  contactRows: 'contact_id = $1',
  erasing: 'delete',
});

// A client is a customer of the workspace and not a contact: no contact's erasure reaches it.
definePersonalData({ table: 'clients', columns: { name: 'redact', email: 'null' } });
