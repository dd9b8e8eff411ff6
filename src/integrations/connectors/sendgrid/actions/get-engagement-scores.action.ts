import { z } from 'zod';
import { jsonReply, type ReplyReader } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';

const score = z.object({
  date: z.string().nullish(),
  username: z.string().nullish(),
  score: z.number().nullish().describe('1 to 5; nothing where it is not known'),
  metrics: z
    .object({
      engagement_recency: z.number().nullish(),
      open_rate: z.number().nullish(),
      bounce_classification: z.number().nullish(),
      bounce_rate: z.number().nullish(),
      spam_rate: z.number().nullish(),
    })
    .nullish()
    .describe('Each 1 (bad) to 5 (good)'),
});
const scores = jsonReply(z.object({ result: z.array(score).nullish() }));

/** Scores that are still to be computed are answered by 202 without a body. */
const scoresOrNone: ReplyReader<z.output<typeof score>[] | null> = {
  accept: scores.accept,
  read: (bytes) => (bytes.length === 0 ? null : (scores.read(bytes).result ?? [])),
};

/** https://www.twilio.com/docs/sendgrid/api-reference/sendgrid-engagement-quality-api */
export const getEngagementScores = defineAction({
  key: 'get_engagement_scores',
  effect: 'READ',
  description: {
    en: 'Reads SendGrid’s score of how wanted the account’s mail is, from 1 to 5, by day. Needs open tracking and enough mail (1,000 in 30 days). Where ready is false, ask again later.',
    fr: 'Lit la note de SendGrid sur l’intérêt suscité par les e-mails du compte, de 1 à 5, par jour. Demande le suivi des ouvertures et assez d’envois (1 000 en 30 jours). Si ready est faux, redemandez plus tard.',
  },
  input: z.object({ from: z.iso.date().describe('UTC'), to: z.iso.date().describe('UTC') }),
  output: z.object({ ready: z.boolean(), items: z.array(score) }),
  async run(client, { from, to }) {
    const found = await client.get('/engagementquality/scores', { query: { from, to }, reply: scoresOrNone });
    return { ready: found !== null, items: found ?? [] };
  },
});
