import { randomUUID } from 'node:crypto';
import { answerOf, sendText } from '../answers.js';
import type { ApiClient } from '../api-client.js';
import { linkIn } from '../mail-box.js';
import { tokenOf } from '../people.js';
import { until } from '../until.js';
import type { SecretWorld } from './secret-world.js';

interface Tokens {
  accessToken: string;
  refreshToken: string;
}

const tokens = '{ accessToken refreshToken }';
const given = ['access token', 'refresh token'];
const signIn = `mutation ($input: SignInInput!) { signIn(input: $input) ${tokens} }`;
const me = { query: '{ me { id } }' };

/** Tokens are secrets from now on, wherever they stand but in the answer that gave them. */
function guard({ canaries }: SecretWorld, payload: unknown): Tokens {
  const { accessToken, refreshToken } = payload as Tokens;
  canaries.add('access token', accessToken);
  canaries.add('refresh token', refreshToken);
  return { accessToken, refreshToken };
}

/** Everything that a person does with passwords and tokens, right and wrong. @returns the person, signed in. */
export async function liveWithTokens(world: SecretWorld): Promise<ApiClient> {
  const first = await signUp(world);
  await signInAgain(world);
  const second = await renew(world, first);
  await presentWrongTokens(world);
  await useBrowser(world);
  await sendCutBodies(world);
  const accessToken = await changePassword(world);
  await world.ask(world.anyone.bearer(second.accessToken), me);
  const signOut = 'mutation ($t: String!) { signOut(refreshToken: $t) }';
  await world.ask(world.anyone, { query: signOut, variables: { t: second.refreshToken } });
  return world.anyone.bearer(accessToken);
}

async function signUp(world: SecretWorld): Promise<Tokens> {
  const { anyone, email, secrets } = world;
  const query = `mutation ($input: SignUpInput!) { signUp(input: $input) ${tokens} }`;
  const input = { email, password: secrets.password, name: 'Camille', workspaceName: 'Chez Camille' };
  const first = guard(world, (await world.ask(anyone, { query, variables: { input } })).signUp);
  await world.ask(anyone, { query, variables: { input } });
  await world.ask(anyone, { query, variables: { input: { ...input, password: 7, email: secrets.password } } });
  return first;
}

async function signInAgain(world: SecretWorld): Promise<void> {
  const { anyone, email, secrets } = world;
  const as = (password: string, who = email) => ({ query: signIn, variables: { input: { email: who, password } } });
  await world.ask(anyone, as(secrets.wrongPassword));
  await world.ask(anyone, as(secrets.wrongPassword, 'nobody@example.fr'));
  const keyed = anyone.with({ 'idempotency-key': randomUUID() });
  guard(world, (await world.ask(keyed, as(secrets.password))).signIn);
  await world.ask(keyed, { ...as(secrets.password), mayHold: given });
}

async function renew(world: SecretWorld, { refreshToken }: Tokens): Promise<Tokens> {
  const query = `mutation ($t: String!) { refreshSession(refreshToken: $t) ${tokens} }`;
  // Within the same second, a session's access token comes out the same.
  const renewed = await world.ask(world.anyone, { query, variables: { t: refreshToken }, mayHold: ['access token'] });
  const { wrongToken } = world.secrets;
  await world.ask(world.anyone, { query, variables: { t: wrongToken } });
  await world.ask(world.anyone, { query: `mutation { refreshSession(refreshToken: "${wrongToken}" ) { nothing } }` });
  return guard(world, renewed.refreshSession);
}

async function presentWrongTokens(world: SecretWorld): Promise<void> {
  const { wrongToken } = world.secrets;
  for (const authorization of [`Bearer ${wrongToken}`, `Bearer ab_${wrongToken}`, `Basic ${wrongToken}`, wrongToken]) {
    const client = world.anyone.with({ authorization });
    await world.ask(client, me);
    await world.knock(client, 'GET /api/voice/calls');
    await world.knock(client, 'GET /metrics');
  }
}

async function useBrowser(world: SecretWorld): Promise<void> {
  const { anyone, email, secrets } = world;
  const opened = await anyone.request('POST', '/api/session', { email, password: secrets.password });
  const cookies = opened.headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '');
  for (const cookie of cookies) {
    if (!cookie.startsWith('ab_csrf')) world.canaries.add('cookie', cookie.split('=')[1] ?? '');
  }
  const { csrfToken } = (await opened.json()) as { csrfToken: string };
  const client = anyone.with({ cookie: cookies.join('; ') });
  await world.knock(client, 'GET /api/session');
  await world.knock(client.with({ 'x-csrf-token': csrfToken }), 'GET /api/session');
  const { wrongPassword } = secrets;
  await world.knock(anyone, ['POST /api/session', { email, password: wrongPassword }]);
  await world.knock(anyone, ['POST /api/session', { email: wrongPassword, password: [wrongPassword] }]);
  await world.knock(client, 'DELETE /api/session');
}

/** What cannot be parsed may not be repeated either. */
async function sendCutBodies(world: SecretWorld): Promise<void> {
  const cut = `{"query":"mutation { signIn(input: { password: \\"${world.secrets.password}\\"`;
  for (const type of ['application/json', 'text/plain']) {
    for (const path of ['/graphql', '/api/session']) {
      const answer = await sendText(world.anyone.with({ 'content-type': type }), `POST ${path}`, cut);
      world.look(`cut ${type} to ${path}`, answer);
    }
  }
  const page = await answerOf(await fetch(`${world.server.url}/graphql?query=${encodeURIComponent(cut)}`));
  world.look('cut query in an address', page);
}

async function changePassword(world: SecretWorld): Promise<string> {
  const { anyone, canaries, email, mail, secrets } = world;
  const request = 'mutation ($e: EmailAddress!) { requestPasswordReset(email: $e) }';
  await world.ask(anyone, { query: request, variables: { e: email } });
  const letter = await until(() => mail.mails.find((text) => text.includes('reset-password')));
  const token = canaries.add('reset token', tokenOf(linkIn(letter)));
  const query = `mutation ($t: String!, $p: String!) { resetPassword(token: $t, password: $p) ${tokens} }`;
  await world.ask(anyone, { query, variables: { t: secrets.wrongToken, p: secrets.newPassword } });
  const changed = await world.ask(anyone, { query, variables: { t: token, p: secrets.newPassword } });
  return guard(world, changed.resetPassword).accessToken;
}
