import { z } from 'zod';
import { fieldValues, recordId } from './record.js';
import { quoted } from './soql.js';

/** The fields that are read of every opportunity; the standard ones, which each org has. */
export const opportunityFields =
  'Id, Name, StageName, Amount, Probability, ExpectedRevenue, CloseDate, IsClosed, IsWon, ForecastCategoryName, ' +
  'NextStep, OwnerId, Owner.Name, AccountId, Account.Name, LastModifiedDate';

const named = z.object({ Name: z.string().nullish() }).nullish();

export const opportunitySchema = z.object({
  // A query's rows have what it selects; nothing else is promised of them.
  Id: z.string().nullish(),
  Name: z.string().nullish(),
  StageName: z.string().nullish(),
  Amount: z.number().nullish().describe('In the currency of the record'),
  Probability: z.number().nullish().describe('Per cent'),
  ExpectedRevenue: z.number().nullish(),
  CloseDate: z.string().nullish(),
  IsClosed: z.boolean().nullish(),
  IsWon: z.boolean().nullish(),
  ForecastCategoryName: z.string().nullish(),
  NextStep: z.string().nullish(),
  OwnerId: z.string().nullish(),
  Owner: named,
  AccountId: z.string().nullish(),
  Account: named,
  LastModifiedDate: z.string().nullish(),
});

/** Whose opportunities, and when they close. */
export const opportunityScope = z.object({
  ownerId: recordId.optional().describe('Default all owners that the user may see'),
  closeFrom: z.iso.date().optional(),
  closeTo: z.iso.date().optional(),
});

export function scopeConditions({ ownerId, closeFrom, closeTo }: z.output<typeof opportunityScope>) {
  return [
    ownerId && `OwnerId = ${quoted(ownerId)}`,
    closeFrom && `CloseDate >= ${closeFrom}`,
    closeTo && `CloseDate <= ${closeTo}`,
  ];
}

/** What can be written of an opportunity. */
export const opportunityInput = z.object({
  name: z.string().min(1).max(120).optional(),
  stageName: z.string().min(1).max(255).optional().describe('From list_opportunity_stages'),
  closeDate: z.iso.date().optional(),
  amount: z.number().min(0).optional(),
  probability: z.number().min(0).max(100).optional().describe('Per cent; default that of the stage'),
  accountId: recordId.optional(),
  ownerId: recordId.optional(),
  campaignId: recordId.optional(),
  leadSource: z.string().max(255).optional(),
  nextStep: z.string().max(255).optional(),
  description: z.string().max(32_000).optional(),
  otherFields: fieldValues.optional().describe('Further fields by API name, such as those of your own (…__c)'),
});

export function opportunityBody(input: z.output<typeof opportunityInput>) {
  return {
    ...input.otherFields,
    Name: input.name,
    StageName: input.stageName,
    CloseDate: input.closeDate,
    Amount: input.amount,
    Probability: input.probability,
    AccountId: input.accountId,
    OwnerId: input.ownerId,
    CampaignId: input.campaignId,
    LeadSource: input.leadSource,
    NextStep: input.nextStep,
    Description: input.description,
  };
}
