import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { answer } from '../api.js';

// https://ads.tiktok.com/marketing_api/docs?id=1749827124568130
const languages = [
  'en',
  'fr',
  'es',
  'de-DE',
  'it-IT',
  'nl-NL',
  'pt-BR',
  'pl-PL',
  'ar',
  'tr-TR',
  'ja-JP',
  'ko-KR',
] as const;
const suggestionsReply = answer(
  z.object({ suggestions: z.array(z.object({ name: z.string(), view_count: z.int().nullish() })).nullish() }),
);

export const suggestHashtags = defineAction({
  key: 'suggest_hashtags',
  effect: 'READ',
  description: {
    en: 'Suggests ten hashtags for a keyword, with how often each was viewed; works with the TikTok account alone. Says nothing of trends: views are of all time. A keyword that nothing fits comes back by itself with 0 views.',
    fr: 'Propose dix hashtags pour un mot-clé, avec le nombre de vues de chacun ; le compte TikTok seul suffit. Ne dit rien des tendances : les vues sont depuis toujours. Un mot-clé sans correspondance revient seul avec 0 vue.',
  },
  input: z.object({ keyword: z.string().min(1).max(100), language: z.enum(languages).default('fr') }),
  output: z.object({ items: z.array(z.object({ name: z.string(), view_count: z.int().nullish() })) }),
  async run(client, { keyword, language }) {
    const { suggestions } = await client.get('/business/hashtag/suggestion/', {
      query: { keyword, language },
      reply: suggestionsReply,
    });
    return { items: suggestions ?? [] };
  },
});
