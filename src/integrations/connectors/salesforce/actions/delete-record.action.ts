import { z } from 'zod';
import { noReply, route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { objectName, recordId } from '../record.js';

export const deleteRecord = defineAction({
  key: 'delete_record',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a record and what hangs on it (an account takes its contacts, opportunities and cases along). It stays in the Recycle Bin for 15 days.',
    fr: 'Supprime un enregistrement et ce qui en dépend (un compte emporte ses contacts, opportunités et requêtes). Il reste 15 jours dans la corbeille.',
  },
  input: z.object({ object: objectName, id: recordId }),
  output: z.object({ id: z.string() }),
  async run(client, { object, id }) {
    await client.delete(route`/sobjects/${object}/${id}`, { reply: noReply });
    return { id };
  },
});
