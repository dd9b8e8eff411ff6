import { z } from 'zod';
import { propertyName } from './crm-record.js';

export const segmentId = z.string().regex(/^\d{1,20}$/);

/** https://developers.hubspot.com/docs/api-reference/latest/crm/lists/guide */
export const segmentReply = z.object({
  listId: z.string().nullish(),
  name: z.string().nullish(),
  processingType: z.string().nullish(),
  processingStatus: z.string().nullish(),
  objectTypeId: z.string().nullish(),
  size: z.number().nullish(),
  additionalProperties: z.record(z.string(), z.unknown()).nullish().catch(null),
});

export const segmentSchema = z.object({
  id: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.string().nullable().describe('MANUAL, DYNAMIC or SNAPSHOT'),
  status: z.string().nullable().describe('COMPLETE, or PROCESSING while members are worked out'),
  objectTypeId: z.string().nullable().describe('0-1 contacts, 0-2 companies, 0-3 deals'),
  size: z.number().nullable(),
});

export function readSegment(list: z.output<typeof segmentReply>): z.output<typeof segmentSchema> {
  return {
    id: list.listId ?? null,
    name: list.name ?? null,
    kind: list.processingType ?? null,
    status: list.processingStatus ?? null,
    objectTypeId: list.objectTypeId ?? null,
    size: list.size ?? sizeIn(list.additionalProperties?.hs_list_size),
  };
}

function sizeIn(size: unknown): number | null {
  return typeof size === 'string' && /^\d+$/.test(size) ? Number(size) : null;
}

const text = z.object({
  type: z.literal('text'),
  property: propertyName,
  operator: z.enum(['IS_EQUAL_TO', 'IS_NOT_EQUAL_TO', 'CONTAINS', 'DOES_NOT_CONTAIN', 'STARTS_WITH', 'ENDS_WITH']),
  values: z.array(z.string().min(1).max(1_000)).min(1).max(100).describe('One of them is enough'),
});
const options = z.object({
  type: z.literal('options'),
  property: propertyName,
  operator: z.enum(['IS_ANY_OF', 'IS_NONE_OF']),
  values: z.array(z.string().min(1).max(1_000)).min(1).max(100).describe('Internal values of the options'),
});
const number = z.object({
  type: z.literal('number'),
  property: propertyName,
  operator: z.enum([
    'IS_EQUAL_TO',
    'IS_NOT_EQUAL_TO',
    'IS_GREATER_THAN',
    'IS_GREATER_THAN_OR_EQUAL_TO',
    'IS_LESS_THAN',
    'IS_LESS_THAN_OR_EQUAL_TO',
  ]),
  value: z.number(),
});
const yesNo = z.object({ type: z.literal('yes_no'), property: propertyName, value: z.boolean() });
const known = z.object({
  type: z.literal('known'),
  property: propertyName,
  operator: z.enum(['IS_KNOWN', 'IS_UNKNOWN']),
});

/** A condition on one property. Conditions on dates, events and other segments are made in HubSpot. */
const condition = z.discriminatedUnion('type', [text, options, number, yesNo, known]);

export const conditionGroups = z.array(z.object({ conditions: z.array(condition).min(1).max(20) })).max(10);

/**
 * The root is an OR of ANDs, whatever is asked:
 * https://developers.hubspot.com/docs/api-reference/latest/crm/lists/list-filters
 */
export function filterBranch(groups: z.output<typeof conditionGroups>) {
  return {
    filterBranchType: 'OR',
    filters: [],
    filterBranches: groups.map(({ conditions }) => ({
      filterBranchType: 'AND',
      filterBranches: [],
      filters: conditions.map((each) => ({
        filterType: 'PROPERTY',
        property: each.property,
        operation: { ...operationOf(each), includeObjectsWithNoValueSet: isAboutNothing(each) },
      })),
    })),
  };
}

type Condition = z.output<typeof condition>;

function operationOf(given: Condition) {
  switch (given.type) {
    case 'text':
      return { operationType: 'MULTISTRING', operator: given.operator, values: given.values };
    case 'options':
      return { operationType: 'ENUMERATION', operator: given.operator, values: given.values };
    case 'number':
      return { operationType: 'NUMBER', operator: given.operator, value: given.value };
    case 'yes_no':
      return { operationType: 'BOOL', operator: 'IS_EQUAL_TO', value: given.value };
    case 'known':
      return { operationType: 'ALL_PROPERTY', operator: given.operator };
  }
}

function isAboutNothing(given: Condition): boolean {
  return given.type === 'known' && given.operator === 'IS_UNKNOWN';
}
