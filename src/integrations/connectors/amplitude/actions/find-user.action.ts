import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const reply = z.object({
  matches: z.array(z.object({ amplitude_id: z.number(), user_id: z.string().nullish() })).nullish(),
  type: z.string().nullish().describe('What matched; nomatch where nobody did'),
});

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#user-search */
export const findUser = defineAction({
  key: 'find_user',
  effect: 'READ',
  description: {
    en: 'Finds users by Amplitude ID, device ID, user ID or the beginning of one. 360 searches and activity reads an hour.',
    fr: 'Trouve des utilisateurs par Amplitude ID, identifiant d’appareil, identifiant d’utilisateur ou son début. 360 recherches et lectures d’activité par heure.',
  },
  input: z.object({ user: z.string().min(1).max(512) }),
  output: z.object({
    items: z.array(z.object({ amplitudeId: z.number(), userId: z.string().nullable() })),
    matchType: z.string().nullish(),
  }),
  async run(client, { user }) {
    const { matches, type } = await client.get('/api/2/usersearch', { query: { user }, reply });
    const items = (matches ?? []).map(({ amplitude_id, user_id }) => ({
      amplitudeId: amplitude_id,
      userId: user_id ?? null,
    }));
    return { items, matchType: type };
  },
});
