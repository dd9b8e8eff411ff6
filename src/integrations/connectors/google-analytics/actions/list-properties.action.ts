import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const summariesReply = z.object({
  accountSummaries: z
    .array(
      z.object({
        displayName: z.string().nullish(),
        propertySummaries: z
          .array(z.object({ property: z.string().nullish(), displayName: z.string().nullish() }))
          .nullish(),
      }),
    )
    .nullish(),
  nextPageToken: z.string().nullish(),
});

export const listProperties = defineAction({
  key: 'list_properties',
  effect: 'READ',
  description: {
    en: 'Lists the Google Analytics accounts and properties that the connection can read. A page has up to 50 accounts.',
    fr: 'Liste les comptes et propriétés Google Analytics que la connexion peut lire. Une page a jusqu’à 50 comptes.',
  },
  input: z.object({
    limit: z.int().min(1).max(200).default(50).describe('Accounts on a page'),
    cursor: z.string().optional().describe('nextCursor of the page before'),
  }),
  output: z.object({
    items: z.array(z.object({ propertyId: z.string(), name: z.string().nullish(), account: z.string().nullish() })),
    nextCursor: z.string().nullable(),
  }),
  async run(client, { limit, cursor }) {
    const { accountSummaries, nextPageToken } = await client.get('/accountSummaries', {
      base: 'admin',
      query: { pageSize: limit, pageToken: cursor },
      reply: summariesReply,
    });
    const items = (accountSummaries ?? []).flatMap(({ displayName: account, propertySummaries }) =>
      (propertySummaries ?? []).map(({ property, displayName: name }) => ({
        propertyId: (property ?? '').replace(/^properties\//, ''),
        name,
        account,
      })),
    );
    return { items, nextCursor: nextPageToken ? nextPageToken : null };
  },
});
