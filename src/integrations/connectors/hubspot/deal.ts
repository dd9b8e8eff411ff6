import { z } from 'zod';
import { asTexts, propertyValues, recordId } from './crm-record.js';

/** What can be written of a deal. */
export const dealInput = z.object({
  name: z.string().min(1).max(255).optional(),
  pipelineId: z.string().min(1).max(100).optional().describe('From list_deal_pipelines; default the first one'),
  stageId: z.string().min(1).max(100).optional().describe('From list_deal_pipelines'),
  amount: z.number().optional(),
  closeDate: z.iso.datetime().optional(),
  ownerId: recordId.optional().describe('From list_owners'),
  otherProperties: propertyValues.optional(),
});

export function dealProperties({
  name,
  pipelineId,
  stageId,
  amount,
  closeDate,
  ownerId,
  otherProperties = {},
}: z.output<typeof dealInput>) {
  return {
    ...asTexts(otherProperties),
    dealname: name,
    pipeline: pipelineId,
    dealstage: stageId,
    amount: amount === undefined ? undefined : String(amount),
    closedate: closeDate,
    hubspot_owner_id: ownerId,
  };
}
