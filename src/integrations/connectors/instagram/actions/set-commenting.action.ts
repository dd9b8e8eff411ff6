import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { doneReply } from '../../../families/meta/done-reply.js';
import { mediaIdInput } from '../media.js';

export const setCommenting = defineAction({
  key: 'set_commenting',
  effect: 'WRITE',
  description: {
    en: 'Switches comments on one post off or on. It can be undone.',
    fr: 'Coupe ou rouvre les commentaires d’une publication. C’est réversible.',
  },
  input: z.object({ mediaId: mediaIdInput, enabled: z.boolean() }),
  output: doneReply,
  run: (client, { mediaId, enabled }) =>
    client.post(route`/${mediaId}`, { json: { comment_enabled: enabled }, reply: doneReply }),
});
