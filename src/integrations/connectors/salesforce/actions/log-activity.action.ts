import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { createdReply, createdSchema, recordId } from '../record.js';

export const logActivity = defineAction({
  key: 'log_activity',
  effect: 'WRITE',
  description: {
    en: 'Logs what was done, or plans a task, on a lead or contact (whoId) and on an account, opportunity or other record (whatId). A lead takes no whatId. Nothing is sent to anyone outside.',
    fr: 'Consigne ce qui a été fait, ou planifie une tâche, sur une piste ou un contact (whoId) et sur un compte, une opportunité ou un autre enregistrement (whatId). Une piste n’accepte pas de whatId. Rien n’est envoyé à l’extérieur.',
  },
  input: z.object({
    subject: z.string().min(1).max(255),
    status: z
      .string()
      .max(255)
      .default('Completed')
      .describe('Completed for what was done, Not Started for what is planned; an org can have others'),
    priority: z.string().max(255).default('Normal').describe('High, Normal or Low'),
    date: z.iso.date().optional().describe('Due date, or when it took place'),
    whoId: recordId.optional().describe('A lead or a contact'),
    whatId: recordId.optional().describe('An account, an opportunity, a campaign, a case or an own object'),
    ownerId: recordId.optional().describe('Default the user of the credentials'),
    description: z.string().max(32_000).optional(),
  }),
  output: createdSchema,
  run(client, { subject, status, priority, date, whoId, whatId, ownerId, description }) {
    const json = {
      Subject: subject,
      Status: status,
      Priority: priority,
      ActivityDate: date,
      WhoId: whoId,
      WhatId: whatId,
      OwnerId: ownerId,
      Description: description,
    };
    return client.post('/sobjects/Task', { json, reply: createdReply });
  },
});
