import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { advertiserId } from '../advertiser.js';
import { answer, jsonText } from '../api.js';

const tag = z.object({
  keyword_id: z.string().nullish(),
  keyword: z.string(),
  keyword_status: z.string().nullish().describe('ONLINE: ads can use it'),
  input_keyword: z.string().nullish(),
});
const tagsReply = answer(
  z.object({
    recommend_keywords: z.array(tag).nullish(),
    recommended_keywords: z.array(tag).nullish(),
  }),
);

export const suggestTargetingHashtags = defineAction({
  key: 'suggest_targeting_hashtags',
  effect: 'READ',
  description: {
    en: 'Suggests hashtags by which ads can be aimed, for up to ten keywords. Needs an ads account in the connection. Keywords that do not go together give nothing with AND.',
    fr: 'Propose des hashtags pour cibler des publicités, à partir de dix mots-clés au plus. Demande un compte publicitaire dans la connexion. Avec AND, des mots-clés sans rapport ne donnent rien.',
  },
  input: z.object({
    keywords: z.array(z.string().min(1).max(100)).min(1).max(10),
    operator: z.enum(['AND', 'OR']).default('AND').describe('AND: for all together; OR: for each'),
  }),
  output: z.object({ items: z.array(tag) }),
  async run(client, { keywords, operator }) {
    const found = await client.get('/tool/hashtag/recommend/', {
      query: { advertiser_id: advertiserId(client), keywords: jsonText(keywords), operator },
      reply: tagsReply,
    });
    // The guide calls the list otherwise than the description.
    return { items: found.recommend_keywords ?? found.recommended_keywords ?? [] };
  },
});
