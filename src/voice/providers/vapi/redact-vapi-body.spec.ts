import { redactVapiBody } from './redact-vapi-body.js';

describe('a body that owners may see', () => {
  const canary = 'canary-7f3a';
  const body = {
    message: {
      type: 'end-of-call-report',
      assistant: {
        name: 'Front desk',
        firstMessage: 'Bonjour.',
        model: {
          provider: 'openai',
          messages: [{ role: 'system', content: canary }],
          systemPrompt: canary,
          apiKey: canary,
        },
        server: { url: 'https://a.test', secret: canary, headers: { Authorization: canary } },
        credentials: [{ provider: 'openai', apiKey: canary }],
      },
      phoneNumber: {
        number: '+33123456789',
        twilioAuthToken: canary,
        twilioApiSecret: canary,
        authentication: { password: canary },
      },
      artifact: {
        messages: [
          { role: 'system', message: canary },
          { role: 'user', message: 'Bonjour' },
        ],
        presignedMonoUrl: `https://s3.test/?X-Amz-Signature=${canary}`,
        presignedUrlsExpiresAt: '2026-09-01T11:00:00Z',
      },
      call: {
        monitor: { listenUrl: `wss://${canary}`, controlUrl: `https://${canary}` },
        phoneCallProviderDetails: { sip: { raw: canary } },
        transport: { note: `INVITE sip:${canary}@example.test SIP/2.0` },
      },
      costBreakdown: { llmPromptTokens: 12, total: 0.1 },
    },
  };

  it('holds no key, no prompt and no SIP text', () => {
    expect(JSON.stringify(redactVapiBody(body))).not.toContain(canary);
  });

  it('keeps the rest', () => {
    expect(redactVapiBody(body)).toMatchObject({
      message: {
        type: 'end-of-call-report',
        assistant: { name: 'Front desk', firstMessage: 'Bonjour.', server: { url: 'https://a.test' } },
        phoneNumber: { number: '+33123456789' },
        artifact: {
          messages: [
            { role: 'system', message: '[redacted]' },
            { role: 'user', message: 'Bonjour' },
          ],
          presignedUrlsExpiresAt: '2026-09-01T11:00:00Z',
        },
        costBreakdown: { llmPromptTokens: 12, total: 0.1 },
      },
    });
  });

  it.each([null, 7, 'text', [], true])('is %j as it is', (value) => {
    expect(redactVapiBody(value)).toEqual(value);
  });
});
