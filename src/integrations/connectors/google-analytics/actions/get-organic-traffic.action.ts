import { defineAction } from '../../../core/define-action.js';
import { highestFirst, reportInput, reportOutput, runReport, splitInput } from '../report.js';

export const getOrganicTraffic = defineAction({
  key: 'get_organic_traffic',
  effect: 'READ',
  description: {
    en: 'Sessions that came from organic search, by landing page, day, search engine, country or device. Today’s data are partial and take 24 to 48 hours to settle. Search queries are not in Google Analytics: use Search Console.',
    fr: 'Sessions issues de la recherche naturelle, par page de destination, jour, moteur de recherche, pays ou appareil. Les données du jour sont partielles et se stabilisent en 24 à 48 heures. Les requêtes de recherche ne sont pas dans Google Analytics : utilisez la Search Console.',
  },
  input: reportInput.extend({
    by: splitInput(['landingPagePlusQueryString', 'date', 'sessionSource', 'country', 'deviceCategory']),
  }),
  output: reportOutput,
  run: (client, { by, startDate, endDate, ...page }) =>
    runReport(client, {
      ...page,
      dateRanges: [{ startDate, endDate }],
      dimensions: by,
      metrics: ['sessions', 'totalUsers', 'engagedSessions', 'engagementRate', 'keyEvents'],
      dimensionFilters: [{ field: 'sessionDefaultChannelGroup', match: 'EXACT', value: 'Organic Search' }],
      orderBys: highestFirst('sessions'),
    }),
});
