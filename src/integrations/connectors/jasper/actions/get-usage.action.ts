import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const reply = z.object({
  data: z.object({ requests: z.array(z.object({ t: z.string(), v: z.number() })).nullish() }).nullish(),
});

export const getUsage = defineAction({
  key: 'get_usage',
  effect: 'READ',
  description: {
    en: 'Counts the generating requests of the workspace by API in a period. Credits are not returned.',
    fr: 'Compte les requêtes de génération de l’espace de travail par API sur une période. Les crédits ne sont pas renvoyés.',
  },
  input: z
    .object({
      start: z.iso.date(),
      end: z.iso.date().describe('That day included'),
      granularity: z.enum(['week', 'day', 'hour']).default('day'),
    })
    .refine(({ start, end }) => start <= end, {
      message: 'start has to be before end. | start doit précéder end.',
      path: ['start'],
    }),
  output: z.object({
    requests: z.array(z.object({ t: z.string().describe('Beginning of the time'), v: z.number() })),
  }),
  async run(client, { start, end, granularity }) {
    const query = { start: `${start}T00:00:00.000Z`, end: `${end}T23:59:59.999Z`, granularity };
    const { data } = await client.get('/usage', { query, reply });
    return { requests: data?.requests ?? [] };
  },
});
