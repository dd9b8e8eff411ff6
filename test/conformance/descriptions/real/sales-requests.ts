import { basic, bearer, noneOf, type RealRequests } from './real-request.js';

export const salesRequests: readonly RealRequests[] = [
  {
    file: 'mixpanel.json',
    headers: basic,
    accepted: [
      'GET https://eu.mixpanel.com/api/query/insights?project_id=1&bookmark_id=2',
      ['POST https://mixpanel.com/api/query/engage?project_id=1', { form: { where: 'x', page: '0' } }],
    ],
    refused: [
      ['GET https://eu.mixpanel.com/api/query/insights?project_id=1', ['query.bookmark_id is missing']],
      [
        ['POST https://mixpanel.com/api/query/engage?project_id=1', { form: { were: 'x' } }],
        ['body.were is not described'],
      ],
      ['GET https://eu.mixpanel.com/api/app/insights?project_id=1&bookmark_id=2', null],
    ],
  },
  {
    file: 'amplitude.yaml',
    headers: basic,
    accepted: [
      'GET https://amplitude.com/api/2/funnels?e={"event_type":"a"}&e={"event_type":"b"}&start=20260101&end=20260131',
      ['GET https://profile-api.amplitude.com/v1/userprofile?user_id=1', { headers: { authorization: 'Api-Key key' } }],
    ],
    refused: [
      ['GET https://amplitude.com/api/2/funnels?e=x&start=20260101', ['query.end is missing']],
      ['GET https://amplitude.com/v1/userprofile?user_id=1', null],
    ],
  },
  {
    file: 'salesforce.yaml',
    headers: bearer,
    accepted: [
      'GET https://acme.my.salesforce.com/services/data/v67.0/query?q=SELECT+Id+FROM+Account',
      ['POST https://acme.my.salesforce.com/services/data/v67.0/sobjects/Lead', { json: { LastName: 'Roux' } }],
    ],
    refused: [
      ['GET https://acme.my.salesforce.com/services/data/v67.0/query', ['query.q is missing']],
      ['GET https://acme.my.salesforce.com/service/data/v67.0/query?q=x', null],
    ],
  },
  {
    file: 'hubspot.yaml',
    headers: bearer,
    accepted: [
      ['POST https://api.hubapi.com/crm/objects/2026-09/deals', { json: { properties: { dealname: 'Tea' } } }],
      ['PUT https://api.hubapi.com/crm/lists/2026-09/12/memberships/add', { json: ['1'] }],
    ],
    refused: [
      [
        ['POST https://api.hubapi.com/crm/objects/2026-09/deals', { json: { property: {} } }],
        ['body.properties is missing', 'body.property is not described'],
      ],
      [
        ['PUT https://api.hubapi.com/crm/lists/2026-09/12/memberships/add', { json: { ids: ['1'] } }],
        ['body must be array'],
      ],
      [
        ['POST https://api.hubapi.com/crm/objects/2026-09/deals', { json: { properties: {} }, headers: {} }],
        ['no credential: one of bearer is needed'],
      ],
    ],
  },
  {
    file: 'pipedrive.json',
    headers: { 'x-api-token': 'token' },
    accepted: [
      'GET https://acme.pipedrive.com/api/v2/itemSearch?term=tea&item_types=deal,person&limit=10',
      [
        'POST https://acme.pipedrive.com/api/v2/deals',
        { json: { title: 'Tea', value: 10, currency: 'EUR' }, headers: bearer },
      ],
      ['POST https://acme.pipedrive.com/api/v2/organizations', { json: { name: 'Acme' } }],
    ],
    refused: [
      ['GET https://acme.pipedrive.com/api/v2/itemSearch?term=tea&item_types=deal,peson', [noneOf('query.item_types')]],
      ['GET https://acme.pipedrive.com/api/v2/deals?stauts=open', ['query.stauts is not described']],
      [
        ['POST https://acme.pipedrive.com/api/v2/deals', { json: { title: 'Tea', value: 'ten' } }],
        ['body.value must be number'],
      ],
      ['GET https://acme.pipedrive.com/api/v1/deals', null],
    ],
  },
  {
    file: 'mailchimp.json',
    headers: basic,
    accepted: [
      'GET https://us6.api.mailchimp.com/3.0/?fields=account_id,account_name',
      [
        'PUT https://us6.api.mailchimp.com/3.0/lists/a/members/b',
        { json: { email_address: 'a@example.com', status_if_new: 'subscribed', merge_fields: { FNAME: 'Ann' } } },
      ],
      ['GET https://us6.api.mailchimp.com/3.0/lists', { headers: bearer }],
    ],
    refused: [
      [
        ['PUT https://us6.api.mailchimp.com/3.0/lists/a/members/b', { json: { email_address: 'a@example.com' } }],
        ['body.status_if_new is missing'],
      ],
      [
        [
          'PUT https://us6.api.mailchimp.com/3.0/lists/a/members/b',
          { json: { email_address: 'a@example.com', status_if_new: 'subscribd' } },
        ],
        [noneOf('body.status_if_new')],
      ],
      ['GET https://us6.api.mailchimp.com/3.0/lists?counts=5', ['query.counts is not described']],
      ['GET https://us6.mailchimp.com/3.0/lists', null],
    ],
  },
];
