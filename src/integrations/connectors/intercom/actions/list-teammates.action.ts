import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const adminsReply = z.object({
  admins: z.array(
    z
      .object({
        id: z.string(),
        name: z.string().nullish(),
        email: z.string().nullish(),
        away_mode_enabled: z.boolean().nullish(),
        has_inbox_seat: z.boolean().nullish(),
      })
      .nullable(),
  ),
});
const teamsReply = z.object({
  teams: z.array(z.object({ id: z.string(), name: z.string().nullish(), admin_ids: z.array(z.number()).nullish() })),
});

export const listTeammates = defineAction({
  key: 'list_teammates',
  effect: 'READ',
  description: {
    en: 'Lists the teammates and teams that conversations can be assigned to.',
    fr: 'Liste les membres et équipes auxquels assigner des conversations.',
  },
  input: z.object({}),
  output: z.object({ teammates: adminsReply.shape.admins, teams: teamsReply.shape.teams }),
  async run(client) {
    const { admins } = await client.get('/admins', { reply: adminsReply });
    const { teams } = await client.get('/teams', { reply: teamsReply });
    return { teammates: admins.filter((admin) => admin !== null), teams };
  },
});
