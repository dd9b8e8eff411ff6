import { z } from 'zod';

/** https://mailchimp.com/developer/marketing/api/list-segments/ */
export const segmentSchema = z.object({
  id: z.int(),
  name: z.string().nullish(),
  member_count: z.number().nullish(),
  type: z.string().nullish().describe('saved: by conditions; static: a tag, or given addresses; fuzzy'),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
});

/** https://mailchimp.com/developer/marketing/docs/alternative-schemas/#segment-condition-schemas */
const conditionTypes = [
  'Aim',
  'Automation',
  'CampaignPoll',
  'Conversation',
  'Date',
  'EmailClient',
  'Language',
  'MemberRating',
  'SignupSource',
  'SurveyMonkey',
  'VIP',
  'Interests',
  'EcommCategory',
  'EcommNumber',
  'EcommPurchased',
  'EcommSpent',
  'EcommStore',
  'GoalActivity',
  'GoalTimestamp',
  'FuzzySegment',
  'StaticSegment',
  'IPGeoCountryState',
  'IPGeoIn',
  'IPGeoInZip',
  'IPGeoUnknown',
  'IPGeoZip',
  'SocialAge',
  'SocialGender',
  'SocialInfluence',
  'SocialNetworkMember',
  'SocialNetworkFollow',
  'AddressMerge',
  'ZipMerge',
  'BirthdayMerge',
  'DateMerge',
  'SelectMerge',
  'TextMerge',
  'EmailAddress',
  'PredictedGender',
  'PredictedAge',
  'NewSubscribers',
] as const;

export const conditionInput = z.object({
  type: z.enum(conditionTypes),
  field: z
    .string()
    .min(1)
    .describe('aim, language, rating, static_segment, timestamp_opt, a merge tag such as FNAME, …'),
  operator: z.string().min(1).describe('As the type has it: is, not, contains, greater, open, noopen, static_is, …'),
  value: z.union([z.string(), z.number(), z.array(z.string())]).optional(),
  extra: z.union([z.string(), z.number()]).optional().describe('Only for Date, ZipMerge and IPGeoInZip'),
});

export function conditionOf({ type, field, operator, value, extra }: z.output<typeof conditionInput>) {
  return {
    condition_type: type,
    field,
    op: operator,
    ...(value !== undefined && { value }),
    ...(extra !== undefined && { extra }),
  };
}
