import { definePersonalData } from '../../kernel/database/index.js';

// The numbers are the business's own.
definePersonalData({
  table: 'phone_lines',
  notPersonal: [
    'number',
    'provider',
    'account_id',
    'origin',
    'status',
    'twilio_sid',
    'vapi_phone_number_id',
    'routed_to',
    'previous_settings',
  ],
});
