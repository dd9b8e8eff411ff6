import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { propertyInput, propertyOf } from '../property.js';

const columnSchema = z.object({
  apiName: z.string(),
  uiName: z.string().nullish(),
  category: z.string().nullish(),
  description: z.string().nullish(),
  customDefinition: z.boolean().nullish().describe('Made for this property'),
});
type Column = z.output<typeof columnSchema>;
const columns = z.array(columnSchema).nullish();
const metadataReply = z.object({ dimensions: columns, metrics: columns });

export const listDimensionsMetrics = defineAction({
  key: 'list_dimensions_metrics',
  effect: 'READ',
  description: {
    en: 'Names and meanings of the dimensions and metrics that reports of this property can have, its own custom ones too. There are hundreds: search for a word.',
    fr: 'Noms et sens des dimensions et métriques disponibles pour les rapports de cette propriété, y compris les personnalisées. Il y en a des centaines : cherchez un mot.',
  },
  input: z.object({
    propertyId: propertyInput,
    search: z.string().max(60).optional().describe('A word of the name, category or description, in English'),
    customOnly: z.boolean().default(false),
    limit: z.int().min(1).max(1_000).default(50).describe('Of dimensions and of metrics'),
  }),
  output: z.object({ dimensions: z.array(columnSchema), metrics: z.array(columnSchema) }),
  async run(client, { propertyId, search = '', customOnly, limit }) {
    const path = route`/properties/${propertyOf(client, propertyId)}/metadata`;
    const { dimensions, metrics } = await client.get(path, { reply: metadataReply });
    const found = (list: readonly Column[] | null | undefined) =>
      (list ?? [])
        .filter((column) => (!customOnly || column.customDefinition) && mentions(column, search.toLowerCase()))
        .slice(0, limit);
    return { dimensions: found(dimensions), metrics: found(metrics) };
  },
});

function mentions({ apiName, uiName, category, description }: Column, word: string): boolean {
  return [apiName, uiName, category, description].some((text) => text?.toLowerCase().includes(word));
}
