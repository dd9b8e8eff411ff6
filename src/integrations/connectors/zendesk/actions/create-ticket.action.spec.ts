import { ConnectorStage } from '../../../testing/connector-stage.js';
import { zendesk } from '../zendesk.connector.js';
import { createTicket } from './create-ticket.action.js';

const wanted = { subject: 'Colis', body: 'Bonjour', requesterId: 7 };

describe('create_ticket', () => {
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(zendesk, new URL('../', import.meta.url));
  });
  afterAll(() => stage.close());

  const create = async (idempotencyKey?: string) => createTicket.run(await stage.client({ idempotencyKey }), wanted);
  const keysSeen = () => stage.vendor.received.map(({ headers }) => headers['idempotency-key']);

  it('is asked for under the caller’s key, so that it can be asked for again', async () => {
    stage.play(() =>
      stage.vendor.received.length === 1
        ? { status: 503 }
        : { status: 201, headers: { 'x-idempotency-lookup': 'hit' }, body: { ticket: { id: 1 } } },
    );
    expect(await create('run-7')).toEqual({ id: 1, alreadyCreated: true });
    expect(keysSeen()).toEqual(['run-7-1', 'run-7-1']);
  });

  it('is made once for each key', async () => {
    stage.play(() => ({ status: 201, headers: { 'x-idempotency-lookup': 'miss' }, body: { ticket: { id: 1 } } }));
    expect(await create('run-7')).toEqual({ id: 1, alreadyCreated: false });
    await create('run-8');
    expect(keysSeen()).toEqual(['run-7-1', 'run-8-1']);
  });

  it('is never asked for again by itself where the caller has no key', async () => {
    stage.play(() => ({ status: 503 }));
    await expect(create()).rejects.toMatchObject({ kind: 'upstream_unavailable' });
    expect(keysSeen()).toEqual([undefined]);
  });

  it('wants to know for whom', async () => {
    stage.play(() => ({ status: 201, body: { ticket: { id: 1 } } }));
    const client = await stage.client();
    await expect(createTicket.run(client, { subject: 'Colis', body: 'Bonjour' })).rejects.toMatchObject({
      kind: 'invalid_input',
    });
    expect(stage.vendor.received).toEqual([]);
  });
});
