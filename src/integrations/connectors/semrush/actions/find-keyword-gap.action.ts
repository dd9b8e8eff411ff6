import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { nextCursorOf, notUnderstood, pageQuery, reportTable } from '../api-v3.js';
import { headersOf } from '../columns.js';
import { cursorInput, databaseInput, databaseOf, domainInput, limitInput } from '../inputs.js';

const gapRow = z.object({
  keyword: z.string(),
  searchVolume: z.number().nullable(),
  difficulty: z.number().nullable(),
  cpc: z.number().nullable().describe('US dollars'),
  positions: z.array(z.object({ domain: z.string(), position: z.number().nullable() })).describe('0: not ranked'),
});

/** The signs between domains: https://developer.semrush.com/api/v3/seo/domain-reports/ */
const signs = { MISSING: ['*', '*'], UNTAPPED: ['*', '+'] } satisfies Record<string, readonly [string, string]>;

export const findKeywordGap = defineAction({
  key: 'find_keyword_gap',
  effect: 'READ',
  billed: true,
  description: {
    en: 'Keywords for which competitors rank and a domain does not, the most searched first: all of them (MISSING), or at least one (UNTAPPED). 80 API units a row: 20 rows cost 1,600.',
    fr: 'Mots-clés pour lesquels des concurrents sont classés et pas un domaine, les plus recherchés d’abord : tous (MISSING) ou au moins un (UNTAPPED). 80 unités d’API par ligne : 20 lignes en coûtent 1 600.',
  },
  input: z.object({
    domain: domainInput,
    competitors: z.array(domainInput).min(1).max(4),
    kind: z.enum(['MISSING', 'UNTAPPED']).default('MISSING'),
    database: databaseInput,
    limit: limitInput,
    cursor: cursorInput,
  }),
  output: z.object({ items: z.array(gapRow), nextCursor: z.string().nullable() }),
  async run(client, { domain, competitors, kind, database, limit, cursor }) {
    const [first, others] = signs[kind];
    const compared = competitors.map((each, index) => `${index === 0 ? first : others}|or|${each}`);
    const table = await reportTable(client, {
      type: 'domain_domains',
      domains: [...compared, `-|or|${domain}`].join('|'),
      database: databaseOf(client, database),
      export_columns: ['Ph', ...competitors.map((_, index) => `P${index}`), 'Nq', 'Kd', 'Cp'].join(','),
      display_sort: 'nq_desc',
      ...pageQuery(limit, cursor),
    });
    const items = rowsOf(table, competitors);
    return { items, nextCursor: nextCursorOf(items, limit, cursor) };
  },
});

/** The columns of positions are headed by the domains themselves. */
function rowsOf([header = [], ...lines]: string[][], competitors: readonly string[]): z.output<typeof gapRow>[] {
  if (header.length === 0) return [];
  const place = (titles: readonly string[]) =>
    header.findIndex((title) => titles.some((each) => each.toLowerCase() === title.toLowerCase()));
  const [keyword, volume] = [place(headersOf.Ph), place(headersOf.Nq)];
  if (keyword === -1) throw notUnderstood('the first column is missing');
  const [difficulty, cpc] = [place(headersOf.Kd), place(headersOf.Cp)];
  const ranked = competitors.map((domain) => ({ domain, place: place([domain]) }));
  return lines.map((line) => ({
    keyword: line[keyword] ?? '',
    searchVolume: numberOf(line[volume]),
    difficulty: numberOf(line[difficulty]),
    cpc: numberOf(line[cpc]),
    positions: ranked.map((each) => ({ domain: each.domain, position: numberOf(line[each.place]) })),
  }));
}

function numberOf(text: string | undefined): number | null {
  const value = text ? Number(text) : Number.NaN;
  return Number.isNaN(value) ? null : value;
}
