import type { VendorClient, VendorRequest } from '../../../core/vendor-client.js';
import { createTicket } from './create-ticket.action.js';

const wanted = { subject: 'Colis', body: 'Bonjour', requesterId: 7 };

async function created(input: Record<string, unknown>, lookup: string) {
  const keys: unknown[] = [];
  const client = {
    call: async (_method: string, _path: string, { headers }: VendorRequest<unknown>) => {
      keys.push(headers?.['idempotency-key']);
      return { status: 201, headers: { 'x-idempotency-lookup': lookup }, body: { ticket: { id: 1 } } };
    },
  } as unknown as VendorClient;
  return { result: await createTicket.run(client, input), key: keys[0] };
}

describe('create_ticket', () => {
  it('asks for the same ticket by the same key, and for another one by another', async () => {
    const [first, again, other] = await Promise.all([
      created(wanted, 'miss'),
      created(wanted, 'hit'),
      created({ ...wanted, subject: 'Facture' }, 'miss'),
    ]);
    expect(again.key).toBe(first.key);
    expect(other.key).not.toBe(first.key);
    expect([first.result, again.result]).toEqual([
      { id: 1, alreadyCreated: false },
      { id: 1, alreadyCreated: true },
    ]);
  });

  it('wants to know for whom', async () => {
    await expect(created({ subject: 'Colis', body: 'Bonjour' }, 'miss')).rejects.toMatchObject({
      kind: 'invalid_input',
    });
  });
});
