import { z } from 'zod';

/** What is kept of an activity: https://developers.pipedrive.com/docs/api/v1/Activities */
export const activitySchema = z.object({
  id: z.int(),
  subject: z.string().nullish(),
  type: z.string().nullish().describe('key_string of list_activity_types'),
  done: z.boolean().nullish(),
  due_date: z.string().nullish(),
  due_time: z.string().nullish().describe('UTC'),
  duration: z.string().nullish(),
  owner_id: z.int().nullish(),
  deal_id: z.int().nullish(),
  lead_id: z.string().nullish(),
  person_id: z.int().nullish(),
  org_id: z.int().nullish(),
  marked_as_done_time: z.string().nullish(),
  note: z.string().nullish(),
});

const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** What can be written of an activity, new or old. */
export const activityFields = z.object({
  type: z
    .string()
    .regex(/^[a-z0-9_]+$/)
    .optional()
    .describe('key_string of list_activity_types: call, meeting, task, email …; default call'),
  dueDate: z.iso.date().optional(),
  dueTime: timeOfDay.optional().describe('HH:MM in UTC'),
  duration: timeOfDay.optional().describe('HH:MM'),
  ownerId: z.int().positive().optional().describe('From list_users'),
  dealId: z.int().positive().optional(),
  leadId: z.uuid().optional(),
  organizationId: z.int().positive().optional(),
  participants: z
    .array(z.object({ personId: z.int().positive(), primary: z.boolean().default(false) }))
    .max(50)
    .optional()
    .describe('Persons; exactly one of them is the primary one'),
  note: z.string().max(50_000).optional().describe('HTML, for colleagues only'),
});

export function activityBody(fields: z.output<typeof activityFields>) {
  return {
    type: fields.type,
    due_date: fields.dueDate,
    due_time: fields.dueTime,
    duration: fields.duration,
    owner_id: fields.ownerId,
    deal_id: fields.dealId,
    lead_id: fields.leadId,
    org_id: fields.organizationId,
    participants: fields.participants?.map(({ personId, primary }) => ({ person_id: personId, primary })),
    note: fields.note,
  };
}
