import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fieldName, fieldValues, objectName } from '../record.js';

const upserted = z.object({ id: z.string(), created: z.boolean() });

export const upsertRecord = defineAction({
  key: 'upsert_record',
  effect: 'WRITE',
  description: {
    en: 'Creates the record with this external id, or changes the one that has it. Safe to repeat, unlike create_record. The field has to be marked as External ID in the org.',
    fr: 'Crée l’enregistrement qui porte cet identifiant externe, ou modifie celui qui l’a. Peut être répété sans risque, contrairement à create_record. Le champ doit être marqué ID externe dans l’organisation.',
  },
  input: z.object({
    object: objectName,
    externalIdField: fieldName.describe('API name of a field that is marked as External ID'),
    externalId: z.string().min(1).max(255),
    fields: fieldValues.describe('By API name, without the external id itself'),
  }),
  output: upserted,
  run: (client, { object, externalIdField, externalId, fields }) =>
    client.patch(route`/sobjects/${object}/${externalIdField}/${externalId}`, { json: fields, reply: upserted }),
});
