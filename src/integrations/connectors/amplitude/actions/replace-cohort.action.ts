import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cohortFields, uploadCohort, uploadedCohort } from '../cohort-upload.js';

export const replaceCohort = defineAction({
  key: 'replace_cohort',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Replaces all members of a cohort by up to 100,000 given ids. The former members are lost, and whatever the cohort is synced to follows.',
    fr: 'Remplace tous les membres d’une cohorte par 100 000 identifiants au plus. Les anciens membres sont perdus, et tout ce qui est synchronisé avec la cohorte suit.',
  },
  input: z.object({ ...cohortFields, cohortId: z.string().min(1).max(64).describe('Of list_cohorts') }),
  output: uploadedCohort,
  run: (client, { cohortId, ...cohort }) => uploadCohort(client, cohort, cohortId),
});
