import { basic, bearer, type RealRequests } from './real-request.js';

export const supportRequests: readonly RealRequests[] = [
  {
    file: 'zendesk.yaml',
    headers: basic,
    accepted: [
      'GET https://acme.zendesk.com/api/v2/search/export?query=printer&filter[type]=ticket&page[size]=10',
      'GET https://acme.zendesk.com/api/v2/tickets/12?include=users',
      ['GET https://acme.zendesk.com/api/v2/users/me', { headers: bearer }],
      [
        'POST https://acme.zendesk.com/api/v2/tickets',
        {
          json: {
            ticket: {
              subject: 'Help',
              comment: { body: 'Smoke', public: false },
              requester: { name: 'Ann', email: 'ann@example.com' },
              custom_fields: [{ id: 1, value: 'x' }],
            },
          },
        },
      ],
    ],
    refused: [
      [
        'GET https://acme.zendesk.com/api/v2/search?qurey=printer',
        ['query.query is missing', 'query.qurey is not described'],
      ],
      [
        ['POST https://acme.zendesk.com/api/v2/tickets', { json: { ticket: { comment: { body: 1 }, id: 3 } } }],
        ['body.ticket.comment.body must be string', 'body.ticket.id is not described'],
      ],
      [
        [
          'PUT https://acme.zendesk.com/api/v2/tickets/12',
          { json: { ticket: { comment: { body: 'x', pubic: false } } } },
        ],
        ['body.ticket.comment.pubic is not described'],
      ],
      [
        ['POST https://acme.zendesk.com/api/v2/tickets', { json: { ticket: { subject: 'Help' } } }],
        ['body.ticket.comment is missing'],
      ],
      ['GET https://acme.zendesk.com/api/v2/ticket/12', null],
    ],
  },
  {
    file: 'intercom.yaml',
    headers: { ...bearer, 'Intercom-Version': '2.16' },
    accepted: [
      [
        'POST https://api.eu.intercom.io/conversations/search',
        {
          json: {
            query: { operator: 'AND', value: [{ field: 'open', operator: '=', value: true }] },
            pagination: { per_page: 20 },
          },
        },
      ],
      [
        'POST https://api.intercom.io/conversations/12/reply',
        { json: { message_type: 'comment', type: 'admin', admin_id: '1', body: 'Hi' } },
      ],
      'GET https://api.intercom.io/events?type=user&user_id=12&summary=true',
    ],
    refused: [
      [
        ['POST https://api.intercom.io/tags', { json: { nmae: 'vip' } }],
        ['body.name is missing', 'body.nmae is not described'],
      ],
      ['GET https://api.intercom.io/segments?include_counts=true', ['query.include_counts is not described']],
      ['GET https://api.intercom.example/me', null],
      ['GET https://api.intercom.io/mee', null],
    ],
  },
  {
    file: 'freshdesk.yaml',
    headers: basic,
    accepted: [
      'GET https://acme.freshdesk.com/api/v2/agents/me',
      'GET https://acme.freshdesk.com/api/v2/tickets?include=requester,stats',
      [
        'POST https://acme.freshdesk.com/api/v2/tickets',
        { json: { subject: 'Help', description: 'Smoke', email: 'a@example.com', priority: 1, status: 2 } },
      ],
    ],
    refused: [
      ['GET https://acme.freshdesk.com/api/v2/agents/you', ['path.agent_id must be integer']],
      [
        ['POST https://acme.freshdesk.com/api/v2/tickets/1/notes', { json: { body: 'x', privat: true } }],
        ['body.privat is not described'],
      ],
      [
        ['GET https://acme.freshdesk.com/api/v2/agents/me', { headers: bearer }],
        ['no credential: one of basicAuth is needed'],
      ],
    ],
  },
  {
    file: 'calcom-v2.json',
    headers: { ...bearer, 'cal-api-version': '2024-08-13' },
    accepted: [
      'GET https://api.cal.com/v2/bookings?status=upcoming&take=10',
      ['POST https://api.cal.com/v2/bookings/abc/cancel', { json: { cancellationReason: 'Ill' } }],
    ],
    refused: [
      ['GET https://api.cal.com/v2/bookings?statuses=upcoming', ['query.statuses is not described']],
      [['GET https://api.cal.com/v2/bookings', { headers: bearer }], ['header.cal-api-version is missing']],
      ['GET https://api.cal.com/v1/bookings', null],
    ],
  },
];
