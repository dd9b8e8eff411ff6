import { z } from 'zod';

const standardObjects = [
  'Account',
  'Campaign',
  'CampaignMember',
  'Case',
  'Contact',
  'Event',
  'Lead',
  'Opportunity',
  'OpportunityContactRole',
  'OpportunityLineItem',
  'Task',
] as const;

/** Objects that can be written: those of the trade, and the org's own. */
export const objectName = z
  .union([z.enum(standardObjects), z.string().regex(/^[A-Za-z]\w{0,60}__c$/)])
  .describe(`${standardObjects.join(', ')}, or an object of your own (ends in __c)`);

export const recordId = z
  .string()
  .regex(/^[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?$/)
  .describe('15 or 18 characters');

export const fieldName = z.string().regex(/^[A-Za-z]\w{0,80}$/);

export const fieldValues = z
  .record(fieldName, z.union([z.string(), z.number(), z.boolean(), z.null()]))
  .refine((fields) => Object.keys(fields).length > 0, {
    message: 'Give at least one field. | Indiquez au moins un champ.',
  })
  .describe('By API name, see describe_object; dates YYYY-MM-DD, times in ISO 8601; null empties a field');

/** A record as Salesforce sends it: `attributes` tell its object, its fields are the org's. */
export const rawRecord = z.record(z.string(), z.unknown());

export const recordSchema = z.object({
  object: z.string().nullable().describe('Null for rows of an aggregate query'),
  id: z.string().nullable(),
  fields: rawRecord,
});

/** Without the addresses that come with every record, inside of it too. */
export function readRecord(record: z.output<typeof rawRecord>): z.output<typeof recordSchema> {
  const { attributes, Id: id, ...fields } = record;
  const object = textIn(attributes, 'type');
  return {
    object: object === 'AggregateResult' ? null : object,
    id: typeof id === 'string' ? id : null,
    fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, plain(value)])),
  };
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== 'attributes');
  return Object.fromEntries(entries.map(([name, each]) => [name, plain(each)]));
}

function textIn(value: unknown, name: string): string | null {
  const parsed = z.record(z.string(), z.unknown()).safeParse(value).data?.[name];
  return typeof parsed === 'string' ? parsed : null;
}

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/dome_sobject_create.htm */
export const createdReply = z.object({ id: z.string(), success: z.boolean() });
export const createdSchema = z.object({ id: z.string() });
