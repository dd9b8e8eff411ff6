import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { idSchema } from '../post-input.js';

const deletedReply = z.object({ data: z.object({ deleted: z.boolean() }) });

export const deletePost = defineAction({
  key: 'delete_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Deletes one of the account’s own posts for good. Posts that answer it stay.',
    fr: 'Supprime définitivement un post du compte. Les posts qui y répondent restent.',
  },
  input: z.object({ postId: idSchema }),
  output: z.object({ deleted: z.boolean() }),
  async run(client, { postId }) {
    const { data } = await client.delete(route`/2/tweets/${postId}`, { reply: deletedReply });
    return data;
  },
});
