import { createHmac } from 'node:crypto';
import type { ApiClient } from '../../../test/support/api-client.js';
import { bookTable, vapiSecret, withPlayedCalendar } from '../../../test/support/calendar-server.js';
import { join, signUp, type Person } from '../../../test/support/people.js';
import { orderOf, path, send } from './testing/pairs-client.js';

const played = withPlayedCalendar();

const newPerson = () => signUp(played.server.client);
describe('who may', () => {
  it('are those with the rights of GraphQL', async () => {
    const owner = await newPerson();
    const viewer = await join(played.server.client, owner, 'VIEWER');
    const { id } = await bookTable(owner.client);
    const read = { type: 'appointment', action: 'read', appointmentId: id };
    const cancel = { ...read, action: 'delete' };
    expect((await send(viewer.client, read)).status).toBe(200);
    expect((await send(viewer.client, cancel)).status).toBe(403);
    expect((await send(viewer.client, { type: 'user', action: 'write', data: { name: 'x' } })).status).toBe(403);
    const stranger = await newPerson();
    for (const asked of [read, cancel]) expect((await send(stranger.client, asked)).status).toBe(404);
    const keyOf = async (permissions: string[]) => {
      const query = 'mutation ($p: [String!]!) { createApiKey(name: "x", permissions: $p) { secret } }';
      const { createApiKey } = await owner.client.ask<{ createApiKey: { secret: string } }>(query, { p: permissions });
      return played.server.client.bearer(createApiKey.secret);
    };
    const calendarKey = await keyOf(['calendar:read', 'calendar:write']);
    expect((await send(calendarKey, { type: 'user', action: 'read' })).status).toBe(403);
    expect((await send(await keyOf(['contacts:read']), { type: 'user', action: 'read' })).status).toBe(403);
    expect((await send(calendarKey, cancel)).body.data).toMatchObject({ status: 'CANCELLED' });
  });

  it('are none that prove nothing', async () => {
    const asked = { type: 'user', action: 'read' };
    const anonymous = played.server.client;
    const wrong: ApiClient[] = [
      anonymous,
      anonymous.bearer('x'),
      anonymous.bearer('ab_0000000000'),
      anonymous.with({ 'x-vapi-secret': '' }),
      anonymous.with({ 'x-vapi-secret': 'wrong' }),
      anonymous.with({ 'x-vapi-signature': 'wrong', 'x-signature': 'wrong', 'x-timestamp': String(Date.now()) }),
    ];
    for (const client of wrong) {
      const { status, body } = await send(client, asked);
      expect([status, body.error?.code]).toEqual([401, 'UNAUTHENTICATED']);
    }
    for (const endpoint of ['endpoint_1', 'x', 'endpoint_00000000-0000-7000-8000-000000000000', '%00']) {
      expect((await send(anonymous.with({ 'x-vapi-secret': vapiSecret }), asked, endpoint)).status).toBe(401);
    }
  });
});

describe('Vapi', () => {
  async function newEndpoint({ client }: Person): Promise<{ secret: string; endpointId: string }> {
    const create = 'mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { id url } } }';
    const { createWebhookEndpoint: made } = await client.ask<{
      createWebhookEndpoint: { secret: string; endpoint: { url: string } };
    }>(create);
    return { secret: made.secret, endpointId: made.endpoint.url.split('/').at(-1) ?? '' };
  }

  it('comes in with the secret of a workspace’s endpoint, in each of its ways, and sees that workspace', async () => {
    const person = await newPerson();
    const { secret, endpointId } = await newEndpoint(person);
    const { id } = await bookTable(person.client);
    const asked = { type: 'appointment', action: 'read', appointmentId: id };
    const timestamp = String(Date.now());
    const signature = createHmac('sha256', secret)
      .update(`${timestamp}.${JSON.stringify(asked)}`)
      .digest('hex');
    const ways: Record<string, string>[] = [
      { 'x-vapi-secret': secret },
      { authorization: `Bearer ${secret}` },
      { 'x-signature': signature, 'x-timestamp': timestamp },
    ];
    for (const headers of ways) {
      const { status, body } = await send(played.server.client.with(headers), asked, endpointId);
      expect([status, body.data?.id]).toEqual([200, id]);
    }
    const forged = { ...asked, action: 'delete' };
    const signed = played.server.client.with({ 'x-signature': signature, 'x-timestamp': timestamp });
    expect((await send(signed, forged, endpointId)).status).toBe(401);
  });

  it('books, and is named in the audit', async () => {
    const person = await newPerson();
    const { secret, endpointId } = await newEndpoint(person);
    const vapi = played.server.client.with({ 'x-vapi-secret': secret });
    const data = await orderOf(person.client);
    const { status, body } = await send(
      vapi,
      { type: 'appointment', action: 'write', eventTypeId: 102, data },
      endpointId,
    );
    expect(status).toBe(200);
    const query =
      'query ($id: ID!) { appointment(id: $id) { id } auditLog(targetId: $id) { nodes { action actor { id } } } }';
    expect(await person.client.ask(query, { id: body.data?.id })).toEqual({
      appointment: { id: body.data?.id },
      auditLog: { nodes: [{ action: 'appointment.booked', actor: null }] },
    });
  });

  it('does a write once for an Idempotency-Key', async () => {
    const person = await newPerson();
    const { secret, endpointId } = await newEndpoint(person);
    const vapi = played.server.client.with({ 'x-vapi-secret': secret, 'idempotency-key': 'k' });
    const asked = { type: 'user', action: 'write', data: { name: 'Ada' } };
    const first = await send(vapi, asked, endpointId);
    expect(first.status).toBe(200);
    expect(await send(vapi, asked, endpointId)).toEqual(first);
  });

  it('sees nothing of other workspaces, and opens no other door', async () => {
    const [owner, other] = [await newPerson(), await newPerson()];
    const { id } = await bookTable(owner.client);
    const { secret, endpointId } = await newEndpoint(other);
    const vapi = played.server.client.with({ 'x-vapi-secret': secret });
    expect((await send(vapi, { type: 'appointment', action: 'delete', appointmentId: id }, endpointId)).status).toBe(
      404,
    );
    expect((await send(vapi, { type: 'user', action: 'read' })).status).toBe(401);
    const { endpointId: foreign } = await newEndpoint(owner);
    expect((await send(vapi, { type: 'user', action: 'read' }, foreign)).status).toBe(401);
    expect((await vapi.request('GET', '/api/voice/calls')).status).toBe(401);
    expect((await vapi.refusal('{ appointments { nodes { id } } }')).code).toBe('UNAUTHENTICATED');
  });

  it('acts for the deployment’s own workspace with the deployment’s secret', async () => {
    const owner = await newPerson();
    await bookTable(owner.client);
    const vapi = played.server.client.with({ 'x-vapi-secret': vapiSecret });
    const data = { name: 'Nobody’s' };
    expect((await send(vapi, { type: 'user', action: 'write', data })).status).toBe(200);
    const { body } = await send(vapi, { type: 'appointment', action: 'read' });
    expect(body.data).toEqual([]);
  });

  it('is refused a body that is too large or no JSON as everybody is', async () => {
    const vapi = played.server.client.with({ 'x-vapi-secret': vapiSecret, 'content-type': 'application/json' });
    const url = vapi.url + path;
    const post = (body: string) => fetch(url, { method: 'POST', headers: vapi.headers, body });
    expect((await post('{"type":')).status).toBe(400);
    expect((await post('')).status).toBe(400);
    expect((await post(JSON.stringify({ type: 'x'.repeat(1_200_000) }))).status).toBe(413);
  });
});
