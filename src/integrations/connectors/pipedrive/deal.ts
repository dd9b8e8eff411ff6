import { z } from 'zod';

/** What is kept of a deal: https://developers.pipedrive.com/docs/api/v1/Deals */
export const dealSchema = z.object({
  id: z.int(),
  title: z.string().nullish(),
  value: z.number().nullish(),
  currency: z.string().nullish(),
  status: z.string().nullish().describe('open, won, lost or deleted'),
  pipeline_id: z.int().nullish(),
  stage_id: z.int().nullish(),
  owner_id: z.int().nullish(),
  person_id: z.int().nullish(),
  org_id: z.int().nullish(),
  probability: z.number().nullish().describe('Per cent'),
  expected_close_date: z.string().nullish(),
  stage_change_time: z.string().nullish(),
  add_time: z.string().nullish(),
  update_time: z.string().nullish(),
  close_time: z.string().nullish(),
  lost_reason: z.string().nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish().describe('By field code, see list_deal_fields'),
});

const customValue = z.union([
  z.string(),
  z.number(),
  z.boolean(),
  z.null(),
  z.array(z.int()),
  z.object({ value: z.number(), currency: z.string().length(3) }),
]);

/** What can be written of a deal, but for its title. */
export const dealFields = z.object({
  value: z.number().min(0).optional(),
  currency: z.string().length(3).optional().describe('ISO code; default the account’s'),
  personId: z.int().positive().optional(),
  organizationId: z.int().positive().optional(),
  pipelineId: z.int().positive().optional(),
  stageId: z.int().positive().optional().describe('From list_pipelines; sets the pipeline too'),
  ownerId: z.int().positive().optional().describe('From list_users; default the owner of the credentials'),
  status: z.enum(['open', 'won', 'lost']).optional(),
  lostReason: z.string().min(1).optional().describe('Only with status lost'),
  expectedCloseDate: z.iso.date().optional(),
  probability: z.int().min(0).max(100).optional().describe('Per cent; only where the pipeline uses probabilities'),
  labelIds: z.array(z.int()).max(50).optional(),
  customFields: z
    .record(z.string().regex(/^[a-f0-9]{40}$/), customValue)
    .optional()
    .describe('By field code from list_deal_fields; option fields take option ids'),
});

/** As the vendor names them; what was not given is left out. */
export function dealBody(fields: z.output<typeof dealFields>) {
  return {
    value: fields.value,
    currency: fields.currency,
    person_id: fields.personId,
    org_id: fields.organizationId,
    pipeline_id: fields.pipelineId,
    stage_id: fields.stageId,
    owner_id: fields.ownerId,
    status: fields.status,
    lost_reason: fields.lostReason,
    expected_close_date: fields.expectedCloseDate,
    probability: fields.probability,
    label_ids: fields.labelIds,
    custom_fields: fields.customFields,
  };
}
