import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { expression, projectQuery } from '../mixpanel-project.js';

const reply = z.object({
  page: z.int().nullish(),
  page_size: z.int().nullish(),
  session_id: z.string().nullish(),
  total: z.int().nullish(),
  results: z
    .array(
      z.object({
        $distinct_id: z.union([z.string(), z.number()]),
        $properties: z.record(z.string(), z.unknown()).nullish(),
      }),
    )
    .nullish(),
});

/** https://docs.mixpanel.com/reference/engage-query */
export const queryProfiles = defineAction({
  key: 'query_profiles',
  effect: 'READ',
  description: {
    en: 'Finds user profiles by a filter, a cohort or ids, up to 1,000 a page. Name the properties that you need: it is much faster. Holds personal data. One of 60 queries an hour per page.',
    fr: 'Trouve des profils d’utilisateurs par filtre, cohorte ou identifiants, jusqu’à 1 000 par page. Nommez les propriétés utiles : c’est bien plus rapide. Contient des données personnelles. Compte pour une des 60 requêtes par heure et par page.',
  },
  input: z.object({
    where: expression('Filter').optional(),
    cohortId: z.int().positive().optional().describe('Of list_cohorts'),
    distinctIds: z.array(z.string().min(1)).min(1).max(1_000).optional(),
    outputProperties: z.array(z.string().min(1)).min(1).max(50).optional().describe('$email, $last_name, …'),
    cursor: z
      .string()
      .regex(/^\d+:.+$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({
    items: z.array(z.object({ distinctId: z.string(), properties: z.record(z.string(), z.unknown()) })),
    total: z.int().nullable(),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { where, cohortId, distinctIds, outputProperties, cursor }) {
    const [, page, sessionId] = /^(\d+):(.+)$/.exec(cursor ?? '') ?? [];
    const found = await client.post('/query/engage', {
      query: projectQuery(client.settings),
      form: {
        where,
        filter_by_cohort: cohortId === undefined ? undefined : JSON.stringify({ id: cohortId }),
        distinct_ids: distinctIds && JSON.stringify(distinctIds),
        output_properties: outputProperties && JSON.stringify(outputProperties),
        page,
        session_id: sessionId,
      },
      reply,
      readOnly: true,
    });
    const items = (found.results ?? []).map(({ $distinct_id, $properties }) => ({
      distinctId: String($distinct_id),
      properties: $properties ?? {},
    }));
    return { items, total: found.total ?? null, nextCursor: cursorAfter(found, items.length) };
  },
});

/** Only a full page has another one after it. */
function cursorAfter({ page, page_size: size, session_id: session }: z.output<typeof reply>, length: number) {
  return session && size && length >= size ? `${(page ?? 0) + 1}:${session}` : null;
}
