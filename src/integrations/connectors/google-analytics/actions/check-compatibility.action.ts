import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fieldInput } from '../filters.js';
import { propertyInput, propertyOf } from '../property.js';

const column = z.object({ apiName: z.string().nullish() }).nullish();
const compatibilityReply = z.object({
  dimensionCompatibilities: z
    .array(z.object({ dimensionMetadata: column, compatibility: z.string().nullish() }))
    .nullish(),
  metricCompatibilities: z.array(z.object({ metricMetadata: column, compatibility: z.string().nullish() })).nullish(),
});

export const checkCompatibility = defineAction({
  key: 'check_compatibility',
  effect: 'READ',
  description: {
    en: 'Which dimensions and metrics can be added to a report that already has some. Fails when those it has do not go together. Not for real time and funnels.',
    fr: 'Quelles dimensions et métriques peuvent s’ajouter à un rapport qui en a déjà. Échoue si celles qu’il a ne sont pas compatibles. Ne vaut ni pour le temps réel ni pour les entonnoirs.',
  },
  input: z.object({
    propertyId: propertyInput,
    dimensions: z.array(fieldInput).max(9).default([]).describe('Of the report as it is'),
    metrics: z.array(fieldInput).max(10).default([]).describe('Of the report as it is'),
    candidates: z
      .array(fieldInput)
      .min(1)
      .max(50)
      .optional()
      .describe('Dimensions and metrics that may be added; default: lists all that can'),
  }),
  output: z.object({
    compatible: z.array(z.string()),
    incompatible: z.array(z.string()).describe('Of the candidates, also those that do not exist'),
  }),
  async run(client, { propertyId, dimensions, metrics, candidates }) {
    const reply = await client.post(route`/properties/${propertyOf(client, propertyId)}:checkCompatibility`, {
      json: {
        dimensions: dimensions.map((name) => ({ name })),
        metrics: metrics.map((name) => ({ name })),
        compatibilityFilter: 'COMPATIBLE',
      },
      readOnly: true,
      reply: compatibilityReply,
    });
    const names = [
      ...(reply.dimensionCompatibilities ?? []).map(({ dimensionMetadata }) => dimensionMetadata?.apiName),
      ...(reply.metricCompatibilities ?? []).map(({ metricMetadata }) => metricMetadata?.apiName),
    ].filter((name) => typeof name === 'string');
    if (!candidates) return { compatible: names, incompatible: [] };
    return {
      compatible: candidates.filter((name) => names.includes(name)),
      incompatible: candidates.filter((name) => !names.includes(name)),
    };
  },
});
