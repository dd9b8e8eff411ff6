import { z } from 'zod';
import { fieldInput } from './filters.js';

/** One step; what it names has to hold together. */
export const stepInput = z
  .object({
    name: z.string().min(1).max(100),
    eventName: z.string().min(1).max(40).optional(),
    field: fieldInput.optional(),
    match: z.enum(['EXACT', 'BEGINS_WITH', 'ENDS_WITH', 'CONTAINS', 'FULL_REGEXP', 'PARTIAL_REGEXP']).default('EXACT'),
    value: z.string().max(1_000).optional().describe('Of the field: pagePath BEGINS_WITH /panier'),
    directlyFollows: z.boolean().optional().describe('Nothing else may happen since the step before'),
    withinSeconds: z.int().min(1).optional().describe('Since the step before'),
  })
  .refine(({ eventName, field }) => eventName !== undefined || field !== undefined, { path: ['eventName'] })
  .refine(({ field, value }) => (field === undefined) === (value === undefined), { path: ['value'] })
  .describe('An eventName, a field with its value, or both');

type Step = z.output<typeof stepInput>;

/** https://developers.google.com/analytics/devguides/reporting/data/v1/rest/v1alpha/properties/runFunnelReport#FunnelStep */
export function funnelStep({ name, directlyFollows, withinSeconds, ...conditions }: Step): object {
  return {
    name,
    isDirectlyFollowedBy: directlyFollows,
    withinDurationFromPriorStep: withinSeconds === undefined ? undefined : `${withinSeconds}s`,
    filterExpression: stepFilter(conditions),
  };
}

function stepFilter({ eventName, field, match, value }: Pick<Step, 'eventName' | 'field' | 'match' | 'value'>): object {
  const byEvent = { funnelEventFilter: { eventName } };
  const byField = { funnelFieldFilter: { fieldName: field, stringFilter: { matchType: match, value } } };
  if (field === undefined) return byEvent;
  return eventName === undefined ? byField : { andGroup: { expressions: [byEvent, byField] } };
}
