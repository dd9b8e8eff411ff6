import { z } from 'zod';

export const workflowId = z.string().regex(/^\d{1,20}$/);

export const workflowSchema = z.object({
  id: z.string().nullish(),
  name: z.string().nullish(),
  isEnabled: z.boolean().nullish(),
  flowType: z.string().nullish(),
  objectTypeId: z.string().nullish().describe('0-1 contacts, 0-2 companies, 0-3 deals'),
  createdAt: z.string().nullish(),
  updatedAt: z.string().nullish(),
});
