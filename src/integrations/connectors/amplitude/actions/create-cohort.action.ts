import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cohortFields, uploadCohort, uploadedCohort } from '../cohort-upload.js';

export const createCohort = defineAction({
  key: 'create_cohort',
  effect: 'WRITE',
  description: {
    en: 'Makes a cohort of up to 100,000 given ids. The connection has to name the project. Sent twice, there are two cohorts: look with list_cohorts before trying again.',
    fr: 'Crée une cohorte à partir de 100 000 identifiants au plus. La connexion doit indiquer le projet. Envoyée deux fois, elle donne deux cohortes : vérifiez avec list_cohorts avant de réessayer.',
  },
  input: z.object(cohortFields),
  output: uploadedCohort,
  run: (client, input) => uploadCohort(client, input),
});
