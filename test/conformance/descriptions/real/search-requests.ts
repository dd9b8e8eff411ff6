import { bearer, type RealRequests } from './real-request.js';

const sites = 'https://searchconsole.googleapis.com/webmasters/v3/sites';
const data = 'https://analyticsdata.googleapis.com';

export const searchRequests: readonly RealRequests[] = [
  {
    file: 'ahrefs.json',
    headers: bearer,
    accepted: ['GET https://api.ahrefs.com/v3/site-explorer/domain-rating?target=example.com&date=2026-01-01'],
    refused: [
      ['GET https://api.ahrefs.com/v3/site-explorer/domain-rating?target=example.com', ['query.date is missing']],
      [
        'GET https://api.ahrefs.com/v3/site-explorer/domain-rating?target=a.com&date=2026-13-01',
        ['query.date must match format "date"'],
      ],
      ['GET https://api.ahrefs.com/v2/site-explorer/domain-rating?target=example.com&date=2026-01-01', null],
    ],
  },
  {
    file: 'google-search-console.json',
    headers: bearer,
    accepted: [
      [
        `POST ${sites}/https%3A%2F%2Fexample.com%2F/searchAnalytics/query`,
        {
          json: {
            startDate: '2026-01-01',
            endDate: '2026-01-31',
            dimensions: ['query', 'searchAppearance'],
            rowLimit: 100,
          },
        },
      ],
      `PUT ${sites}/sc-domain%3Aexample.com/sitemaps/https%3A%2F%2Fexample.com%2Fsitemap.xml`,
    ],
    refused: [
      [
        [`POST ${sites}/a/searchAnalytics/query`, { json: { startdate: '2026-01-01' } }],
        ['body.startdate is not described'],
      ],
      [[`POST ${sites}/a/searchAnalytics/query`, { json: { rowLimit: '100' } }], ['body.rowLimit must be integer']],
      [`PUT ${sites}/a/sitemaps/https://example.com/sitemap.xml`, null],
    ],
  },
  {
    file: 'google-search-console.webmasters-v3.json',
    headers: bearer,
    accepted: ['GET https://www.googleapis.com/webmasters/v3/sites'],
    refused: [['GET https://www.googleapis.com/webmasters/v3/sites?filter=x', ['query.filter is not described']]],
  },
  {
    file: 'google-analytics.data-v1beta.json',
    headers: bearer,
    accepted: [
      [
        `POST ${data}/v1beta/properties/12:runReport`,
        {
          json: {
            dateRanges: [{ startDate: '7daysAgo', endDate: 'today' }],
            metrics: [{ name: 'sessions' }],
            limit: 100,
            offset: '0',
          },
        },
      ],
      `GET ${data}/v1beta/properties/12/metadata?prettyPrint=false`,
    ],
    refused: [
      [
        [`POST ${data}/v1beta/properties/12:runReport`, { json: { metrics: ['sessions'] } }],
        ['body.metrics[0] must be object'],
      ],
      [
        [`POST ${data}/v1beta/properties/12:runReport`, { json: { metrics: [{ nam: 'sessions' }] } }],
        ['body.metrics[0].nam is not described'],
      ],
      [[`POST ${data}/v1beta/properties/12/runReport`, { json: {} }], null],
    ],
  },
  {
    file: 'google-analytics.admin-v1beta.json',
    headers: bearer,
    accepted: ['GET https://analyticsadmin.googleapis.com/v1beta/accountSummaries?pageSize=50'],
    refused: [
      [
        'GET https://analyticsadmin.googleapis.com/v1beta/accountSummaries?pageSize=many',
        ['query.pageSize must be integer'],
      ],
      [
        ['GET https://analyticsadmin.googleapis.com/v1beta/accountSummaries', { headers: {} }],
        ['no credential: one of token, tokenInQuery is needed'],
      ],
    ],
  },
  {
    file: 'google-analytics.funnel-v1alpha.json',
    headers: bearer,
    accepted: [
      [
        `POST ${data}/v1alpha/properties/12:runFunnelReport`,
        {
          json: {
            funnel: { steps: [{ name: 'Visit', filterExpression: { funnelEventFilter: { eventName: 'page_view' } } }] },
          },
        },
      ],
    ],
    refused: [
      [
        [`POST ${data}/v1alpha/properties/12:runFunnelReport`, { json: { funnel: { step: [] } } }],
        ['body.funnel.step is not described'],
      ],
      [
        [`POST ${data}/v1alpha/properties/12:runFunnelReport`, { json: { funnel: { isOpenFunnel: 'yes' } } }],
        ['body.funnel.isOpenFunnel must be boolean'],
      ],
    ],
  },
  {
    file: 'google-calendar-v3.json',
    headers: bearer,
    accepted: [
      [
        'POST https://www.googleapis.com/calendar/v3/calendars/primary/events?sendUpdates=all',
        { json: { start: { dateTime: '2026-01-01T09:00:00Z' }, end: { dateTime: '2026-01-01T10:00:00Z' } } },
      ],
    ],
    refused: [
      [
        [
          'POST https://www.googleapis.com/calendar/v3/calendars/primary/events',
          { json: { start: { dateTime: '2026-01-01T09:00:00Z' } } },
        ],
        ['body.end is missing'],
      ],
      ['GET https://www.googleapis.com/calendar/v3/calendars/primary/event', null],
    ],
  },
];
