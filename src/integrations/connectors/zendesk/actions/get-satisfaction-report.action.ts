import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';

const countReply = z.object({ count: z.int() });

export const getSatisfactionReport = defineAction({
  key: 'get_satisfaction_report',
  effect: 'READ',
  description: {
    en: 'Counts how customers rated tickets that were solved in a period: good, bad, asked without an answer. Counts the old good-or-bad ratings; that answers to the newer surveys are counted too is not confirmed by Zendesk: list those with list_survey_responses. Three requests; counts lag by a few minutes.',
    fr: 'Compte les évaluations des tickets résolus sur une période : bonnes, mauvaises, demandées sans réponse. Compte les anciennes évaluations bonnes ou mauvaises ; que les réponses aux nouvelles enquêtes soient comptées aussi n’est pas confirmé par Zendesk : listez-les avec list_survey_responses. Trois requêtes ; les chiffres ont quelques minutes de retard.',
  },
  input: z.object({
    solvedFrom: z.iso.date().describe('First day, YYYY-MM-DD'),
    solvedUntil: z.iso.date().optional().describe('Last day, YYYY-MM-DD'),
  }),
  output: z.object({
    good: z.int(),
    bad: z.int(),
    unanswered: z.int(),
    satisfaction: z.number().nullable().describe('Good ones among those answered, 0 to 1; null without answers'),
  }),
  async run(client, { solvedFrom, solvedUntil }) {
    const until = solvedUntil === undefined ? '' : ` solved<=${solvedUntil}`;
    const count = async (...scores: string[]) => {
      const rated = scores.map((score) => `satisfaction:${score}`).join(' ');
      const query = `type:ticket ${rated} solved>=${solvedFrom}${until}`;
      return (await client.get('/search/count', { query: { query }, reply: countReply })).count;
    };
    const good = await count('good', 'goodwithcomment');
    const bad = await count('bad', 'badwithcomment');
    const unanswered = await count('offered');
    return { good, bad, unanswered, satisfaction: good + bad === 0 ? null : good / (good + bad) };
  },
});
