import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fieldValues, objectName, recordId } from '../record.js';

export const updateRecord = defineAction({
  key: 'update_record',
  effect: 'WRITE',
  description: {
    en: 'Changes fields of one record; the others stay. Salesforce answers without the record: read it again if needed.',
    fr: 'Modifie des champs d’un enregistrement ; les autres restent. Salesforce répond sans l’enregistrement : relisez-le si besoin.',
  },
  input: z.object({ object: objectName, id: recordId, fields: fieldValues }),
  output: z.object({ id: z.string() }),
  async run(client, { object, id, fields }) {
    await client.patch(route`/sobjects/${object}/${id}`, { json: fields, reply: noReply });
    return { id };
  },
});
