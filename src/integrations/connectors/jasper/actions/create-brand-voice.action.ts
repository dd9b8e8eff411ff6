import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { voiceSchema } from '../voice.js';

export const createBrandVoice = defineAction({
  key: 'create_brand_voice',
  effect: 'WRITE',
  description: {
    en: 'Adds a brand voice to the workspace, for everyone in it. There is no idempotency key: look at list_brand_voices before trying again.',
    fr: 'Ajoute une voix de marque à l’espace de travail, pour tous ses membres. Pas de clé d’idempotence : regardez list_brand_voices avant de réessayer.',
  },
  input: z.object({
    name: z.string().min(1).max(100),
    value: z.string().min(20).max(5000).describe('How it sounds: tone, words, rhythm, what it avoids'),
  }),
  output: voiceSchema,
  run: async (client, voice) =>
    (await client.post('/tones', { json: voice, reply: z.object({ data: voiceSchema }) })).data,
});
