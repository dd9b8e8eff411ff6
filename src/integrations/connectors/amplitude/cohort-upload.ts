import { z } from 'zod';
import type { VendorClient } from '../../core/vendor-client.js';
import { SettingMissing } from './amplitude-region.js';

export const cohortFields = {
  name: z.string().min(1),
  idType: z.enum(['BY_USER_ID', 'BY_AMP_ID']).default('BY_USER_ID').describe('Your own user ids, or Amplitude’s'),
  ids: z.array(z.string().min(1)).min(1).max(100_000),
  ownerEmail: z.email().describe('Login of a user of this Amplitude organization'),
  published: z.boolean().default(true).describe('Whether others in the organization can find it'),
  skipInvalidIds: z.boolean().default(true).describe('False: nothing is saved if one id is invalid'),
};

export const uploadedCohort = z.object({
  cohortId: z.string().min(1),
  matched: z.number().nullish().describe('How many ids are known'),
  totals: z.number().nullish(),
  invalidIds: z.array(z.string()).nullish().describe('Some of the ids that were left out'),
});

// The documentation says `cohortId`; `cohort_id` is seen as well.
const reply = z.object({
  cohortId: z.string().nullish(),
  cohort_id: z.string().nullish(),
  metadata: z
    .object({
      matched: z.number().nullish(),
      totals: z.number().nullish(),
      invalid_ids_sample: z.array(z.string()).nullish(),
    })
    .nullish(),
});

/** https://amplitude.com/docs/apis/analytics/behavioral-cohorts#upload-cohort */
export async function uploadCohort(
  client: VendorClient,
  input: z.output<z.ZodObject<typeof cohortFields>>,
  existingCohortId?: string,
): Promise<z.input<typeof uploadedCohort>> {
  const appId = client.settings.optionalText('appId');
  if (appId === undefined) throw new SettingMissing({ en: 'project ID', fr: 'l’identifiant du projet' });
  const { cohortId, cohort_id, metadata } = await client.post('/api/3/cohorts/upload', {
    json: {
      name: input.name,
      app_id: Number(appId),
      id_type: input.idType,
      ids: input.ids,
      owner: input.ownerEmail,
      published: input.published,
      skip_invalid_ids: input.skipInvalidIds,
      ...(existingCohortId !== undefined && { existing_cohort_id: existingCohortId }),
    },
    reply,
  });
  const { matched, totals, invalid_ids_sample: invalidIds } = metadata ?? {};
  return { cohortId: cohortId ?? cohort_id ?? '', matched, totals, invalidIds };
}
