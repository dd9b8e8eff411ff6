import { z } from 'zod';

/** What is kept of a contact, who is a user of the portal: https://developers.freshdesk.com/api/#contacts */
export const contactSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone: z.string().nullish(),
  mobile: z.string().nullish(),
  company_id: z.number().nullish(),
  active: z.boolean().nullish().describe('Has accepted the invitation to the portal'),
  view_all_tickets: z.boolean().nullish().describe('Sees all tickets of the company'),
  language: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
});
