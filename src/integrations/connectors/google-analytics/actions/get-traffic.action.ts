import { defineAction } from '../../../core/define-action.js';
import { highestFirst, reportInput, reportOutput, runReport, splitInput } from '../report.js';

export const getTraffic = defineAction({
  key: 'get_traffic',
  effect: 'READ',
  description: {
    en: 'Sessions, users and page views by channel, source, campaign, day, country or device. Today’s data are partial and take 24 to 48 hours to settle.',
    fr: 'Sessions, utilisateurs et pages vues par canal, source, campagne, jour, pays ou appareil. Les données du jour sont partielles et se stabilisent en 24 à 48 heures.',
  },
  input: reportInput.extend({
    by: splitInput([
      'sessionDefaultChannelGroup',
      'sessionSourceMedium',
      'sessionCampaignName',
      'date',
      'country',
      'deviceCategory',
    ]),
  }),
  output: reportOutput,
  run: (client, { by, startDate, endDate, ...page }) =>
    runReport(client, {
      ...page,
      dateRanges: [{ startDate, endDate }],
      dimensions: by,
      metrics: ['sessions', 'totalUsers', 'newUsers', 'engagedSessions', 'engagementRate', 'screenPageViews'],
      orderBys: highestFirst('sessions'),
    }),
});
