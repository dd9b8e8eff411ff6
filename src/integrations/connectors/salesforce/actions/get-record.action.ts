import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { fieldName, objectName, rawRecord, readRecord, recordId, recordSchema } from '../record.js';

export const getRecord = defineAction({
  key: 'get_record',
  effect: 'READ',
  description: {
    en: 'Reads one record by its id. Name the fields: without, all of them come, often a hundred.',
    fr: 'Lit un enregistrement par son identifiant. Nommez les champs : sinon ils viennent tous, souvent une centaine.',
  },
  input: z.object({ object: objectName, id: recordId, fields: z.array(fieldName).min(1).max(100).optional() }),
  output: recordSchema,
  async run(client, { object, id, fields }) {
    const query = { fields: fields?.join(',') };
    return readRecord(await client.get(route`/sobjects/${object}/${id}`, { query, reply: rawRecord }));
  },
});
