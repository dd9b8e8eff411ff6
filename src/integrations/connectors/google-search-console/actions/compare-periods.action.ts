import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { periodPreceding } from '../period.js';
import { propertyInput, propertyOf } from '../property.js';
import { dayInput, filtersInput, querySearchAnalytics, searchTypeInput, type SearchRow } from '../search-analytics.js';

const rowsCompared = 5_000;

const periodInput = z.object({ startDate: dayInput, endDate: dayInput });
const figures = z.object({
  clicks: z.number().nullish(),
  impressions: z.number().nullish(),
  position: z.number().nullish(),
});

export const comparePeriods = defineAction({
  key: 'compare_periods',
  effect: 'READ',
  description: {
    en: 'Queries, pages, countries or devices whose clicks changed most between two periods. Each period’s 5,000 best rows are compared: null on one side means that the row was not among them. Two requests.',
    fr: 'Requêtes, pages, pays ou appareils dont les clics ont le plus changé entre deux périodes. Les 5 000 meilleures lignes de chaque période sont comparées : null d’un côté signifie que la ligne n’y figurait pas. Deux requêtes.',
  },
  input: z.object({
    siteUrl: propertyInput,
    current: periodInput,
    previous: periodInput.optional().describe('Default: the same number of days right before'),
    dimension: z.enum(['QUERY', 'PAGE', 'COUNTRY', 'DEVICE']).default('QUERY'),
    type: searchTypeInput,
    filters: filtersInput,
    limit: z.int().min(1).max(200).default(25),
  }),
  output: z.object({
    previous: periodInput,
    items: z.array(
      z.object({
        key: z.string(),
        clicksChange: z.number(),
        impressionsChange: z.number(),
        positionChange: z.number().nullable().describe('Negative: nearer to the top'),
        current: figures.nullable(),
        previous: figures.nullable(),
      }),
    ),
  }),
  async run(client, { siteUrl, current, dimension, type, filters, limit, ...given }) {
    const previous = given.previous ?? periodPreceding(current);
    const query = { dimensions: [dimension], type, filters, rowLimit: rowsCompared };
    const property = propertyOf(client, siteUrl);
    const now = await querySearchAnalytics(client, property, { ...query, ...current });
    const before = await querySearchAnalytics(client, property, { ...query, ...previous });
    return { previous, items: movers(now.rows, before.rows).slice(0, limit) };
  },
});

function movers(now: readonly SearchRow[], before: readonly SearchRow[]) {
  const [current, previous] = [byKey(now), byKey(before)];
  return [...new Set([...current.keys(), ...previous.keys()])]
    .map((key) => moved(key, current.get(key) ?? null, previous.get(key) ?? null))
    .sort((a, b) => Math.abs(b.clicksChange) - Math.abs(a.clicksChange));
}

function moved(key: string, current: SearchRow | null, previous: SearchRow | null) {
  return {
    key,
    clicksChange: (current?.clicks ?? 0) - (previous?.clicks ?? 0),
    impressionsChange: (current?.impressions ?? 0) - (previous?.impressions ?? 0),
    positionChange: difference(current?.position, previous?.position),
    current,
    previous,
  };
}

function difference(now: number | null | undefined, before: number | null | undefined): number | null {
  return typeof now === 'number' && typeof before === 'number' ? now - before : null;
}

function byKey(rows: readonly SearchRow[]): Map<string, SearchRow> {
  return new Map(rows.map((row): [string, SearchRow] => [row.keys?.[0] ?? '', row]));
}
