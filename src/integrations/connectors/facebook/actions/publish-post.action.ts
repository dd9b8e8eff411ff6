import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { asPage } from '../page-client.js';
import { createPost, isOnePost, onePost, permalinkOf, postInput } from '../post.js';

export const publishPost = defineAction({
  key: 'publish_post',
  effect: 'DESTRUCTIVE',
  description: {
    en: 'Publishes a post on the Page, publicly and at once: a text, a link, up to ten pictures or one video. Facebook fetches pictures and videos by itself, so their addresses have to be public; a video shows once it is processed. After a failure look at list_posts before trying again.',
    fr: 'Publie sur la Page, publiquement et tout de suite : un texte, un lien, jusqu’à dix images ou une vidéo. Facebook va chercher les médias lui-même : leurs adresses doivent être publiques ; une vidéo apparaît une fois traitée. Après un échec, regardez list_posts avant de recommencer.',
  },
  input: postInput.refine(isOnePost, onePost),
  output: z.object({ id: z.string(), permalink_url: z.string().nullable() }),
  async run(client, content) {
    const page = await asPage(client);
    const id = await createPost(page, content);
    return { id, permalink_url: await permalinkOf(page, id) };
  },
});
