import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const job = z.object({
  id: z.string().nullish(),
  status: z.string().nullish().describe('pending, completed, errored (some failed) or failed'),
  results: z
    .object({
      requested_count: z.number().nullish(),
      created_count: z.number().nullish(),
      updated_count: z.number().nullish(),
      errored_count: z.number().nullish(),
    })
    .nullish(),
  finished_at: z.string().nullish(),
});

/** https://www.twilio.com/docs/sendgrid/api-reference/contacts/import-contacts-status */
export const getContactsJob = defineAction({
  key: 'get_contacts_job',
  effect: 'READ',
  description: {
    en: 'Tells how far upsert_contacts has come, and how many contacts were made, updated or refused.',
    fr: 'Dit où en est upsert_contacts, et combien de contacts ont été créés, mis à jour ou refusés.',
  },
  input: z.object({ jobId: z.string().min(1).max(100) }),
  output: job,
  run: (client, { jobId }) => client.get(route`/marketing/contacts/imports/${jobId}`, { reply: job }),
});
