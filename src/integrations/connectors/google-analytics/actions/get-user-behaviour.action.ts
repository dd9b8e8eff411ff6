import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { highestFirst, reportInput, reportOutput, runReport } from '../report.js';

const views = ['screenPageViews', 'activeUsers', 'userEngagementDuration', 'averageSessionDuration', 'bounceRate'];
const columns = {
  PAGE: { dimensions: ['pagePath'], metrics: views },
  DEVICE: { dimensions: ['deviceCategory'], metrics: views },
  COUNTRY: { dimensions: ['country'], metrics: views },
  EVENT: { dimensions: ['eventName'], metrics: ['eventCount', 'activeUsers', 'eventCountPerUser'] },
};

export const getUserBehaviour = defineAction({
  key: 'get_user_behaviour',
  effect: 'READ',
  description: {
    en: 'What visitors do: page views, engagement time (seconds, all users together), session duration and bounce rate by page, device or country, or how often each event happens.',
    fr: 'Ce que font les visiteurs : pages vues, durée d’engagement (secondes, tous utilisateurs confondus), durée des sessions et taux de rebond par page, appareil ou pays, ou fréquence de chaque événement.',
  },
  input: reportInput.extend({ by: z.enum(['PAGE', 'EVENT', 'DEVICE', 'COUNTRY']).default('PAGE') }),
  output: reportOutput,
  run: (client, { by, startDate, endDate, ...page }) =>
    runReport(client, {
      ...page,
      ...columns[by],
      dateRanges: [{ startDate, endDate }],
      orderBys: highestFirst(by === 'EVENT' ? 'eventCount' : 'screenPageViews'),
    }),
});
