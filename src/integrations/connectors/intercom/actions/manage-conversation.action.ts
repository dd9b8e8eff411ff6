import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { changedSchema } from '../conversation.js';
import { authorId } from '../self.js';
import { unixSeconds } from '../unix-time.js';

const input = z
  .object({
    conversationId: z.string().regex(/^\d{1,20}$/),
    operation: z.enum(['close', 'open', 'snooze', 'assign_teammate', 'assign_team', 'unassign']),
    snoozedUntil: z.iso.datetime().optional().describe('For snooze: when it opens again'),
    assigneeId: z
      .string()
      .regex(/^[1-9]\d{0,19}$/)
      .optional()
      .describe('For assign_teammate and assign_team, from list_teammates'),
  })
  .refine(({ operation, snoozedUntil }) => (operation === 'snooze') === (snoozedUntil !== undefined), {
    message: 'Give snoozedUntil for snooze, and only then. | Donnez snoozedUntil pour snooze, et seulement alors.',
    path: ['snoozedUntil'],
  })
  .refine(({ operation, assigneeId }) => operation.startsWith('assign_') === (assigneeId !== undefined), {
    message:
      'Give assigneeId for assign_teammate and assign_team, and only then. | Donnez assigneeId pour assign_teammate et assign_team, et seulement alors.',
    path: ['assigneeId'],
  });

export const manageConversation = defineAction({
  key: 'manage_conversation',
  effect: 'WRITE',
  description: {
    en: 'Closes, opens, snoozes or assigns a conversation. Nothing is written to the customer, but closing can set off the workspace’s own workflows, such as asking for a rating.',
    fr: 'Ferme, ouvre, met en veille ou assigne une conversation. Rien n’est écrit au client, mais la fermeture peut activer les workflows de l’espace de travail, comme une demande d’évaluation.',
  },
  input,
  output: changedSchema,
  async run(client, change) {
    const json = { admin_id: await authorId(client), ...partOf(change) };
    return client.post(route`/conversations/${change.conversationId}/parts`, { json, reply: changedSchema });
  },
});

function partOf({ operation, snoozedUntil, assigneeId }: z.output<typeof input>) {
  switch (operation) {
    case 'close':
      return { message_type: 'close', type: 'admin' };
    case 'open':
      return { message_type: 'open' };
    case 'snooze':
      return { message_type: 'snoozed', snoozed_until: snoozedUntil && unixSeconds(snoozedUntil) };
    case 'assign_teammate':
      return { message_type: 'assignment', type: 'admin', assignee_id: assigneeId };
    case 'assign_team':
      return { message_type: 'assignment', type: 'team', assignee_id: assigneeId };
    case 'unassign':
      return { message_type: 'assignment', type: 'admin', assignee_id: '0' };
  }
}
