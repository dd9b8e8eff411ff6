import { z } from 'zod';
import { noReply } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { restliKey } from '../restli.js';
import { postUrnSchema } from '../urn.js';

export const deletePost = defineAction({
  key: 'delete_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes a post of the member or of a page for good, with its comments and figures.',
    fr: 'Supprime définitivement un post du membre ou d’une page, avec ses commentaires et ses chiffres.',
  },
  input: z.object({ postUrn: postUrnSchema }),
  output: z.object({ deleted: z.boolean() }),
  async run(client, { postUrn }) {
    await client.delete(`/posts/${restliKey(postUrn)}`, { headers: { 'x-restli-method': 'DELETE' }, reply: noReply });
    return { deleted: true };
  },
});
