import { definePersonalData } from '../../kernel/database/index.js';

// What an assistant is told is about the business, written by its owner: no contact's erasure reaches it. The numbers
// are the business's own; the number to transfer to may be a person's.
definePersonalData({
  table: 'voice_assistants',
  columns: {
    phone_number: 'null',
    transfer_number: 'null',
    context: 'redact',
    first_message: 'redact',
    drift: 'null',
  },
  notPersonal: [
    'name',
    'route',
    'language',
    'other_languages',
    'time_zone',
    'model_provider',
    'model',
    'voice_provider',
    'voice_id',
    'transcriber_provider',
    'transcriber_model',
    'personality',
    'tools',
    'vapi_assistant_id',
    'vapi_belongings',
    'vapi_phone_number_id',
    'sync_state',
    'sync_error',
  ],
});
