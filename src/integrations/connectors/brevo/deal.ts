import { z } from 'zod';

const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const idText = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** What is kept of a deal: https://developers.brevo.com/reference/update-a-deal */
export const deal = z.object({
  id: z.string(),
  attributes: z
    .record(z.string(), z.unknown())
    .nullish()
    .describe('deal_name, amount, pipeline, deal_stage, deal_owner…'),
  linkedContactsIds: z.array(z.number()).nullish(),
  linkedCompaniesIds: z.array(z.string()).nullish(),
});

export const dealId = idText.describe('Id of the deal');
export const companyIds = z.array(idText).max(100).optional().describe('Ids of companies');
export const contactIds = z.array(z.int().positive()).max(100).optional().describe('Ids of contacts');

/** What a deal can be given, under names of our own. */
export const dealInput = {
  amount: z.number().min(0).optional(),
  pipelineId: idText.optional().describe('From list_pipelines; needs stageId'),
  stageId: idText.optional().describe('A stage of that pipeline, from list_pipelines'),
  ownerEmail: z.email().optional().describe('E-mail of the user who owns the deal'),
  closeDate: z.iso.date().optional(),
  otherAttributes: z.record(z.string(), value).optional().describe('By internal name of the deal attribute'),
};

interface DealInput {
  amount?: number | undefined;
  pipelineId?: string | undefined;
  stageId?: string | undefined;
  ownerEmail?: string | undefined;
  closeDate?: string | undefined;
  otherAttributes?: Record<string, string | number | boolean | null> | undefined;
}

/** The attributes as Brevo names them; undefined where there are none. */
export function dealAttributes(input: DealInput) {
  const { amount, pipelineId, stageId, ownerEmail, closeDate, otherAttributes } = input;
  const named = { amount, pipeline: pipelineId, deal_stage: stageId, deal_owner: ownerEmail, close_date: closeDate };
  const given = Object.entries({ ...otherAttributes, ...named }).filter(([, each]) => each !== undefined);
  return given.length === 0 ? undefined : Object.fromEntries(given);
}
