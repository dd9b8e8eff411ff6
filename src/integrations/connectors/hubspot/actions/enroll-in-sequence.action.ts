import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { recordId } from '../crm-record.js';
import { apiVersion } from '../hubspot-version.js';

const enrolment = z.object({ id: z.string(), toEmail: z.string().nullish(), enrolledAt: z.string().nullish() });

export const enrollInSequence = defineAction({
  key: 'enroll_in_sequence',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Enrols a contact in a sales sequence: its e-mails go out from the sender’s own mailbox, the first one at once or at the sequence’s time. Needs Sales Hub or Service Hub Professional, a seat for that user and a connected mailbox.',
    fr: 'Inscrit un contact à une séquence commerciale : ses e-mails partent de la boîte de l’expéditeur, le premier aussitôt ou à l’heure de la séquence. Nécessite Sales Hub ou Service Hub Pro, une licence pour cet utilisateur et une boîte connectée.',
  },
  input: z.object({
    userId: recordId.describe('userId of list_owners; who enrols'),
    contactId: recordId,
    sequenceId: recordId.describe('From list_sequences'),
    senderEmail: z.email().describe('A mailbox that this user has connected'),
  }),
  output: enrolment,
  run: (client, { userId, ...json }) =>
    client.post(route`/automation/sequences/${apiVersion}/enrollments`, { query: { userId }, json, reply: enrolment }),
});
