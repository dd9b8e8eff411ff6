import { Secret } from '../../../kernel/config/index.js';
import { CalComStage, refusal, success } from './testing/calcom-stage.js';

const kept = {
  id: 'b6a1e3a4-2f0c-4f0e-9d6e-1f0b8b2f6c11',
  subscriberUrl: 'https://hooks.example.com/cal/1',
  triggers: ['BOOKING_CREATED', 'BOOKING_CANCELLED'],
  active: true,
  secret: 'canary-secret',
  payloadTemplate: null,
  userId: 7,
};

describe('WebhooksApi', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it('lists all of them, secrets kept out of sight', async () => {
    const full = Array.from({ length: 250 }, () => kept);
    const all = await stage.play(success(full), success([{ ...kept, id: 7, secret: null }])).webhooks.list();
    expect(all).toHaveLength(251);
    expect(all[0]?.secret?.reveal()).toBe('canary-secret');
    expect(JSON.stringify(all)).not.toContain('canary-secret');
    expect(all[250]).toMatchObject({ id: '7', secret: null });
    expect(stage.calls.map(({ query }) => query.skip)).toEqual(['0', '250']);
  });

  it('sends what is wished for, and on a change only that', async () => {
    const { webhooks } = stage.play(success(kept));
    const { id, subscriberUrl: url, triggers } = kept;
    const secret = new Secret('canary-secret');
    await webhooks.create({ url, triggers, secret, active: true });
    await webhooks.update(id, { active: false });
    expect(stage.calls.map(({ json }) => json)).toEqual([
      { subscriberUrl: url, triggers, secret: 'canary-secret', active: true },
      { active: false },
    ]);
  });

  it('deletes what is not there any more', async () => {
    const { webhooks } = stage.play(refusal(404, 'Webhook not found', 'NotFoundException'));
    await expect(webhooks.delete(kept.id)).resolves.toBeUndefined();
  });
});
