import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const annotation = z.object({
  id: z.number().nullish(),
  label: z.string().nullish(),
  start: z.string().nullish(),
  end: z.string().nullish(),
  details: z.string().nullish(),
  chart_id: z.string().nullish(),
});

/** https://amplitude.com/docs/apis/analytics/chart-annotations#create-an-annotation */
export const createAnnotation = defineAction({
  key: 'create_annotation',
  effect: 'WRITE',
  description: {
    en: 'Marks a moment or a span on one chart, or on all charts of the project. A category has to exist already. Sent twice, it stands there twice.',
    fr: 'Marque un moment ou une période sur un graphique, ou sur tous ceux du projet. Une catégorie doit déjà exister. Envoyée deux fois, elle apparaît deux fois.',
  },
  input: z.object({
    label: z.string().min(1),
    start: z.iso.datetime({ offset: true }),
    end: z.iso.datetime({ offset: true }).optional(),
    details: z.string().optional(),
    category: z.string().min(1).optional().describe('Name of an existing category'),
    chartId: z.string().min(1).optional().describe('All charts without it'),
  }),
  output: annotation,
  async run(client, { chartId, ...annotated }) {
    const { data } = await client.post('/api/3/annotations', {
      json: { ...annotated, ...(chartId !== undefined && { chart_id: chartId }) },
      reply: z.object({ data: annotation }),
    });
    return data;
  },
});
