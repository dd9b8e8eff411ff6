import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const metricsReply = z.object({
  data: z.array(
    z.object({
      admin_id: z.string(),
      open: z.number().nullish(),
      idle: z.number().nullish().describe('Open, and waiting for an answer longer than idleSeconds'),
      snoozed: z.number().nullish(),
    }),
  ),
});

export const getTeamMetrics = defineAction({
  key: 'get_team_metrics',
  effect: 'READ',
  description: {
    en: 'Counts the open, idle and snoozed conversations of each teammate of a team, as of now. Needs real-time monitoring in the workspace’s plan.',
    fr: 'Compte les conversations ouvertes, en attente et en veille de chaque membre d’une équipe, à l’instant. Exige le suivi en temps réel dans l’offre de l’espace de travail.',
  },
  input: z.object({
    teamId: z
      .string()
      .regex(/^\d{1,20}$/)
      .describe('From list_teammates'),
    idleSeconds: z.int().min(1).max(86_400).default(1800),
  }),
  output: z.object({ items: metricsReply.shape.data }),
  async run(client, { teamId, idleSeconds }) {
    const path = route`/teams/${teamId}/metrics`;
    const { data } = await client.get(path, { query: { idle_threshold: idleSeconds }, reply: metricsReply });
    return { items: data };
  },
});
