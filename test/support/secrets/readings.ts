import type { ApiClient } from '../api-client.js';
import type { SecretWorld } from './secret-world.js';

const everything = `{ me { id email name memberships { role } } workspace { name members { role } } apiKeys { id name prefix permissions }
  webhookEndpoints { id url } auditLog(first: 100) { nodes { action details } }
  webhookEvents(first: 50) { nodes { type externalId status error payload } }
  calls { nodes { id summary endedReason fromIdentity recordingUrl transcript { role text } toolInvocations { arguments result error }
  messages { text } transfers { to } } } }`;

/** Looks at all that may be seen. @returns how many entries the audit log shows. */
export async function readEverything(world: SecretWorld, owner: ApiClient): Promise<number> {
  const { calls, auditLog } = await world.ask(owner, { query: everything });
  const [{ id } = { id: '' }] = (calls?.nodes ?? []) as { id: string }[];
  const reader = owner.with({ accept: 'text/html, application/json' });
  for (const path of [
    ...['/api/voice/calls', `/api/voice/calls/${id}`, `/api/voice/calls/${id}/recording`, '/health/ready', '/metrics'],
    ...['/graphql', '/api/session', '/api/voice/stats', '/api/voice/assistants'],
  ]) {
    await world.knock(reader, `GET ${path}`);
  }
  await world.knock(world.anyone.bearer(world.secrets.metrics), 'GET /metrics');
  return ((auditLog?.nodes ?? []) as unknown[]).length;
}
