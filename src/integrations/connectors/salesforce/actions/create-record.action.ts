import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { createdReply, createdSchema, fieldValues, objectName } from '../record.js';

export const createRecord = defineAction({
  key: 'create_record',
  effect: 'WRITE',
  description: {
    en: 'Creates a record of any CRM object or of your own. See describe_object for the fields that are required. Duplicate rules of the org can refuse it. No idempotency key: search before trying again, or use upsert_record.',
    fr: 'Crée un enregistrement de n’importe quel objet du CRM ou des vôtres. Voir describe_object pour les champs requis. Les règles de doublons de l’organisation peuvent le refuser. Pas de clé d’idempotence : cherchez avant de réessayer, ou utilisez upsert_record.',
  },
  input: z.object({
    object: objectName,
    fields: fieldValues,
    allowDuplicates: z.boolean().default(false).describe('Saves although a duplicate rule warns'),
  }),
  output: createdSchema,
  run: (client, { object, fields, allowDuplicates }) =>
    client.post(route`/sobjects/${object}`, {
      json: fields,
      ...(allowDuplicates && { headers: { 'sforce-duplicate-rule-header': 'allowSave=true' } }),
      reply: createdReply,
    }),
});
