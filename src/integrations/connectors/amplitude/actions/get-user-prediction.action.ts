import { z } from 'zod';
import { Secret } from '../../../../kernel/config/index.js';
import { defineAction } from '../../../core/define-action.js';
import { NotInEurope, regionOf } from '../amplitude-region.js';

const profile = z.object({
  user_id: z.string().nullish(),
  device_id: z.string().nullish(),
  propensities: z
    .array(
      z.object({
        pred_id: z.string().nullish(),
        prop: z.number().nullish().describe('Probability (score) or percentile (pct)'),
        prop_type: z.string().nullish(),
      }),
    )
    .nullish(),
  cohort_ids: z.array(z.string()).nullish(),
  amp_props: z.record(z.string(), z.unknown()).nullish().describe('Computed properties'),
});

/** https://amplitude.com/docs/apis/analytics/user-profile#get-singlemultiple-prediction-propensity */
export const getUserPrediction = defineAction({
  key: 'get_user_prediction',
  effect: 'READ',
  description: {
    en: 'Reads how likely one user is to do what a prediction is about. Predictions are built in the app (Activation add-on) and have to be synced to the Profile API. US region only; one user a call, 600 calls a minute.',
    fr: 'Lit la probabilité qu’un utilisateur fasse ce que vise une prédiction. Les prédictions se créent dans l’application (option Activation) et doivent être synchronisées avec la Profile API. Région US seulement ; un utilisateur par appel, 600 appels par minute.',
  },
  input: z
    .object({
      userId: z.string().min(1).optional(),
      deviceId: z.string().min(1).optional(),
      predictionIds: z
        .array(z.string().regex(/^[\w-]+$/))
        .min(1)
        .max(20)
        .describe('The last part of the address of the prediction in the app'),
      propensityType: z.enum(['score', 'pct']).default('score').describe('score: 0 to 1; pct: percentile among users'),
      includeCohorts: z.boolean().default(false).describe('Cohorts that are synced to the Profile API'),
      includeComputations: z.boolean().default(false),
    })
    .refine(({ userId, deviceId }) => userId !== undefined || deviceId !== undefined, {
      path: ['userId'],
      message: 'Give userId or deviceId. | Donnez userId ou deviceId.',
    }),
  output: profile,
  async run(client, input) {
    if (regionOf(client.settings) === 'eu') throw new NotInEurope();
    const { userData } = await client.get('/v1/userprofile', {
      base: 'profile',
      headers: { authorization: new Secret(`Api-Key ${client.secret('secretKey')?.reveal() ?? ''}`) },
      query: {
        user_id: input.userId,
        device_id: input.deviceId,
        get_propensity: true,
        prediction_id: input.predictionIds.join(','),
        propensity_type: input.propensityType,
        get_cohort_ids: input.includeCohorts || undefined,
        get_computations: input.includeComputations || undefined,
      },
      reply: z.object({ userData: profile }),
    });
    return userData;
  },
});
