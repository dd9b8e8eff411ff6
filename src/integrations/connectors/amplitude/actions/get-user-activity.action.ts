import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const user = z.object({
  user_id: z.string().nullish(),
  canonical_amplitude_id: z.number().nullish(),
  num_events: z.number().nullish(),
  num_sessions: z.number().nullish(),
  usage_time: z.number().nullish().describe('Milliseconds'),
  first_used: z.string().nullish(),
  last_used: z.string().nullish(),
  purchases: z.number().nullish(),
  revenue: z.number().nullish(),
  platform: z.string().nullish(),
  country: z.string().nullish(),
  city: z.string().nullish(),
  language: z.string().nullish(),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const event = z.object({
  event_type: z.string().nullish(),
  event_time: z.string().nullish(),
  session_id: z.number().nullish(),
  event_properties: z.record(z.string(), z.unknown()).nullish(),
});
const reply = z.object({ userData: user.nullish(), events: z.array(event).nullish() });

/** https://amplitude.com/docs/apis/analytics/dashboard-rest#user-activity */
export const getUserActivity = defineAction({
  key: 'get_user_activity',
  effect: 'READ',
  description: {
    en: 'Reads one user’s summary and events. Takes the Amplitude ID: see find_user. A page may be longer than asked, so that no session is cut. Holds personal data. 360 an hour.',
    fr: 'Lit le résumé et les événements d’un utilisateur. Prend l’Amplitude ID : voir find_user. Une page peut être plus longue que demandé, pour ne couper aucune session. Contient des données personnelles. 360 par heure.',
  },
  input: z.object({
    amplitudeId: z.int().positive(),
    direction: z.enum(['latest', 'earliest']).default('latest').describe('Where to begin'),
    limit: z.int().min(1).max(1_000).default(100),
    cursor: z
      .string()
      .regex(/^\d{1,9}$/)
      .optional()
      .describe('nextCursor of the page before'),
  }),
  output: z.object({ user: user.nullable(), items: z.array(event), nextCursor: z.string().nullable() }),
  async run(client, { amplitudeId, direction, limit, cursor = '0' }) {
    const query = { user: amplitudeId, offset: cursor, limit, direction };
    const { userData, events } = await client.get('/api/2/useractivity', { query, reply });
    const items = events ?? [];
    const nextCursor = items.length < limit ? null : String(Number(cursor) + items.length);
    return { user: userData ?? null, items, nextCursor };
  },
});
