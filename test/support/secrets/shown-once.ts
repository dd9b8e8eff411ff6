import { randomUUID } from 'node:crypto';
import type { ApiClient } from '../api-client.js';
import { newEmail, tokenOf } from '../people.js';
import type { Endpoint } from '../played-call.js';
import type { SecretWorld } from './secret-world.js';

/** Keys, addresses and invitations: what is shown once. @returns an address for webhooks and its present secret. */
export async function makeKeysAndAddresses(world: SecretWorld, owner: ApiClient): Promise<Endpoint> {
  await useKey(world, owner);
  const invite = 'mutation ($e: EmailAddress!) { inviteMember(email: $e, role: VIEWER) }';
  const { inviteMember } = (await world.ask(owner, { query: invite, variables: { e: newEmail() } })) as unknown as {
    inviteMember: string;
  };
  world.canaries.add('invitation token', tokenOf(inviteMember));
  return makeAddress(world, owner);
}

async function useKey(world: SecretWorld, owner: ApiClient): Promise<void> {
  const query = 'mutation { createApiKey(name: "x", permissions: ["calls:read"]) { secret apiKey { id prefix } } }';
  const { createApiKey } = await world.ask(owner, { query });
  const key = world.canaries.add('API key', String(createApiKey?.secret));
  await world.knock(world.anyone.bearer(key), 'GET /api/voice/calls');
  await world.knock(world.anyone.bearer(key), ['POST /api/voice/assistants', { context: 'x' }]);
  await world.knock(world.anyone.bearer(`${key}x`), 'GET /api/voice/calls');
}

async function makeAddress(world: SecretWorld, owner: ApiClient): Promise<Endpoint> {
  const make = 'mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { id url } } }';
  const { createWebhookEndpoint: made } = await world.ask(owner, { query: make });
  const { id, url } = made?.endpoint as { id: string; url: string };
  world.canaries.add('endpoint secret', String(made?.secret));
  const query = 'mutation ($id: ID!) { rotateWebhookSecret(id: $id) { secret } }';
  const keyed = owner.with({ 'idempotency-key': randomUUID() });
  const { rotateWebhookSecret: rotated } = await world.ask(keyed, { query, variables: { id } });
  const secret = world.canaries.add('endpoint secret', String(rotated?.secret));
  await world.ask(keyed, { query, variables: { id }, mayHold: ['endpoint secret'] });
  return { path: new URL(url).pathname, secret };
}
