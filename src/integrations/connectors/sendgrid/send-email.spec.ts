import { ConnectorStage } from '../../testing/connector-stage.js';
import { getEngagementScores } from './actions/get-engagement-scores.action.js';
import { sendEmail } from './actions/send-email.action.js';
import { sendgrid } from './sendgrid.connector.js';

const to = [{ email: 'lea@client.example' }];

describe('SendGrid', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(sendgrid, new URL('./', import.meta.url));
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.play(() => ({ status: 202 }));
  });

  it('asks for a check alone in the sandbox', async () => {
    const input = { copies: [{ to }], subject: 'Bonjour', text: 'Bonjour', sandbox: true };

    const outcome = await sendEmail.run(await stage.client(), input);

    expect(outcome).toEqual({ messageId: null, recipients: 1, sandbox: true });
    expect(JSON.parse(stage.vendor.received[0]?.body ?? '')).toMatchObject({
      mail_settings: { sandbox_mode: { enable: true } },
    });
  });

  it.each([
    ['no content', { copies: [{ to }], subject: 'Bonjour' }],
    ['no subject', { copies: [{ to }], text: 'Bonjour' }],
    ['a foreign template', { copies: [{ to }], templateId: '../../x' }],
    ['too many recipients', { copies: Array.from({ length: 1_001 }, () => ({ to })), subject: 'a', text: 'b' }],
  ])('sends nothing with %s', async (_what, input) => {
    await expect(sendEmail.run(await stage.client(), input)).rejects.toMatchObject({ kind: 'invalid_input' });

    expect(stage.vendor.received).toEqual([]);
  });

  it('says that scores are not ready where SendGrid still computes them', async () => {
    const scores = await getEngagementScores.run(await stage.client(), { from: '2026-11-20', to: '2026-11-21' });

    expect(scores).toEqual({ ready: false, items: [] });
  });
});
