import { basic, bearer, noneOf, type RealRequests } from './real-request.js';

const uuid = '5f2b8c1e-7d3a-4b9c-8e21-0a6f4d9b3c57';
const twilio = 'https://api.twilio.com/2010-04-01/Accounts/AC00000000000000000000000000000000';

export const mailAndVoiceRequests: readonly RealRequests[] = [
  {
    file: 'sendgrid.json',
    headers: bearer,
    accepted: [
      [
        'POST https://api.sendgrid.com/v3/mail/send',
        {
          json: {
            personalizations: [{ to: [{ email: 'a@example.com' }] }],
            from: { email: 'b@example.com' },
            subject: 'Tea',
            content: [{ type: 'text/plain', value: 'Hi' }],
          },
        },
      ],
      [
        'PUT https://api.eu.sendgrid.com/v3/marketing/contacts',
        { json: { contacts: [{ email: 'a@example.com', custom_fields: { e5_T: 'x' } }] } },
      ],
      [`PUT https://api.sendgrid.com/v3/marketing/singlesends/${uuid}/schedule`, { json: { send_at: 'now' } }],
      'GET https://api.sendgrid.com/v3/templates/d-0123456789abcdef0123456789abcdef',
    ],
    refused: [
      [
        [
          'POST https://api.sendgrid.com/v3/mail/send',
          {
            json: {
              personalizations: [{ to: [{ mail: 'a@example.com' }] }],
              from: { email: 'b@example.com' },
              subject: 'Tea',
            },
          },
        ],
        ['body.personalizations[0].to[0].email is missing', 'body.personalizations[0].to[0].mail is not described'],
      ],
      [
        [`PUT https://api.sendgrid.com/v3/marketing/singlesends/${uuid}/schedule`, { json: { send_at: 'soon' } }],
        ['body.send_at must be "now"'],
      ],
      [
        'GET https://api.sendgrid.com/v3/stats?start=2026-01-01',
        ['query.start_date is missing', 'query.start is not described'],
      ],
    ],
  },
  {
    file: 'brevo.json',
    headers: { 'api-key': 'key' },
    accepted: [
      [
        'POST https://api.brevo.com/v3/contacts',
        { json: { email: 'a@example.com', attributes: { FNAME: 'Ann' }, listIds: [1], updateEnabled: true } },
      ],
      'GET https://api.brevo.com/v3/emailCampaigns?type=classic&status=sent&limit=10',
    ],
    refused: [
      [
        ['POST https://api.brevo.com/v3/contacts', { json: { email: 'a@example.com', listIds: ['one'] } }],
        ['body.listIds[0] must be integer'],
      ],
      [
        ['GET https://api.brevo.com/v3/account', { headers: { api_key: 'key' } }],
        ['no credential: one of api-key is needed'],
      ],
      ['GET https://api.brevo.com/v3/emailCampaigns?state=sent', ['query.state is not described']],
    ],
  },
  {
    file: 'grammarly.yaml',
    headers: bearer,
    accepted: [
      ['POST https://api.grammarly.com/ecosystem/api/v2/scores', { json: { filename: 'a.txt' } }],
      [
        'POST https://auth.grammarly.com/v4/api/oauth2/token',
        { form: { grant_type: 'client_credentials', client_id: 'a', client_secret: 'b', scope: 'scores-api:read' } },
      ],
    ],
    refused: [
      [
        ['POST https://api.grammarly.com/ecosystem/api/v2/scores', { json: { text: 'Hello' } }],
        ['body.filename is missing', 'body.text is not described'],
      ],
      ['GET https://auth.grammarly.com/ecosystem/api/v2/scores/1', null],
    ],
  },
  {
    file: 'copy-ai.yaml',
    headers: { 'x-copy-ai-api-key': 'key' },
    accepted: [
      ['POST https://api.copy.ai/api/workflow/WCFG-1/run', { json: { startVariables: { 'Input 1': 'Tea' } } }],
    ],
    refused: [
      [
        ['POST https://api.copy.ai/api/workflow/WCFG-1/run', { json: { variables: {} } }],
        ['body.startVariables is missing', 'body.variables is not described'],
      ],
    ],
  },
  {
    file: 'jasper.json',
    headers: { 'X-API-Key': 'key' },
    accepted: [
      [
        'POST https://api.jasper.ai/v1/command',
        { json: { inputs: { command: 'Write' }, options: { outputLanguage: 'French' } } },
      ],
    ],
    refused: [
      [
        [
          'POST https://api.jasper.ai/v1/command',
          { json: { inputs: { command: 'Write' }, options: { outputLanguage: 'fr' } } },
        ],
        [noneOf('body.options.outputLanguage')],
      ],
      ['GET https://api.jasper.ai/v1/tones?sizes=1', ['query.sizes is not described']],
    ],
  },
  {
    file: 'vapi.json',
    headers: bearer,
    accepted: [
      [
        'POST https://api.vapi.ai/assistant',
        {
          json: {
            model: { provider: 'openai', model: 'gpt-4o', messages: [{ role: 'system', content: 'Hi' }] },
            voice: { provider: '11labs', voiceId: 'x' },
          },
        },
      ],
      'GET https://api.vapi.ai/call?limit=10&createdAtGt=2026-01-01T00:00:00Z',
    ],
    refused: [
      [
        [
          'POST https://api.vapi.ai/assistant',
          { json: { model: { provider: 'openai', model: 'gpt-4o', mesages: [] } } },
        ],
        ['body.model.mesages is not described'],
      ],
      ['GET https://api.vapi.ai/phone-number/12', ['path.id must match format "uuid"']],
      ['GET https://api.vapi.ai/calls', null],
    ],
  },
  {
    file: 'twilio-api-v2010.json',
    headers: basic,
    accepted: [
      `GET ${twilio}/IncomingPhoneNumbers.json?PageSize=50`,
      [
        `POST ${twilio}/IncomingPhoneNumbers/PN00000000000000000000000000000000.json`,
        { form: { VoiceUrl: 'https://example.com', VoiceMethod: 'POST' } },
      ],
    ],
    refused: [
      [
        [
          `POST ${twilio}/IncomingPhoneNumbers/PN00000000000000000000000000000000.json`,
          { form: { VoiceURL: 'https://example.com' } },
        ],
        ['body.VoiceURL is not described'],
      ],
      [
        [
          `POST ${twilio}/IncomingPhoneNumbers/PN00000000000000000000000000000000.json`,
          { form: { VoiceMethod: 'SEND' } },
        ],
        [noneOf('body.VoiceMethod')],
      ],
      [`GET ${twilio}/IncomingPhoneNumbers`, null],
    ],
  },
];
