import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { inspectionSchema, inspectPage, languageInput } from '../inspection.js';
import { propertyInput, propertyOf } from '../property.js';

export const inspectUrl = defineAction({
  key: 'inspect_url',
  effect: 'READ',
  description: {
    en: 'What Google’s index holds of one page: indexed or why not, last crawl, canonical address, rich results. It does not fetch the live page and cannot ask for indexing. At most 2,000 inspections a day for each property.',
    fr: 'Ce que l’index de Google contient d’une page : indexée ou pourquoi non, dernière exploration, adresse canonique, résultats enrichis. La page n’est pas relue en direct et l’indexation ne peut pas être demandée. 2 000 inspections par jour et par propriété au plus.',
  },
  input: z.object({
    siteUrl: propertyInput,
    url: z.url({ protocol: /^https?$/ }).describe('A page of the property'),
    languageCode: languageInput,
  }),
  output: inspectionSchema,
  run: (client, { siteUrl, url, languageCode }) =>
    inspectPage(client, { siteUrl: propertyOf(client, siteUrl), inspectionUrl: url, languageCode }),
});
