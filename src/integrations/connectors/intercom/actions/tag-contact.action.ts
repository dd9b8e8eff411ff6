import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const tag = z.object({ id: z.string(), name: z.string().nullish() });

export const tagContact = defineAction({
  key: 'tag_contact',
  effect: 'WRITE',
  description: {
    en: 'Puts a tag on a contact and makes the tag where there is none of that name; untag_contact takes it off. Workflows and campaigns that look at the tag may then write to the contact.',
    fr: 'Met une étiquette sur un contact et la crée si aucune ne porte ce nom ; untag_contact la retire. Les workflows et campagnes qui regardent cette étiquette peuvent alors écrire au contact.',
  },
  input: z.object({ contactId: z.string().min(1).max(64), tagName: z.string().min(1).max(191) }),
  output: tag,
  async run(client, { contactId, tagName }) {
    const { id } = await client.post('/tags', { json: { name: tagName }, reply: tag });
    return client.post(route`/contacts/${contactId}/tags`, { json: { id }, reply: tag });
  },
});
