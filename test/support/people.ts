import { randomUUID } from 'node:crypto';
import type { ApiClient } from './api-client.js';

/** Someone with an account, signed in. */
export interface Person {
  client: ApiClient;
  email: string;
  password: string;
  userId: string;
  workspaceId: string;
  accessToken: string;
  refreshToken: string;
}

export interface AuthPayload {
  accessToken: string;
  refreshToken: string;
  user: { id: string };
  workspace: { id: string };
}

export const authFields = '{ accessToken refreshToken expiresAt user { id } workspace { id } }';

export function newEmail(): string {
  return `someone-${randomUUID()}@example.fr`;
}

/** Signs someone new up, with a workspace of their own. */
export async function signUp(anonymous: ApiClient, email = newEmail()): Promise<Person> {
  const password = `mot de passe ${randomUUID()}`;
  const input = { email, password, name: 'Camille', workspaceName: `Chez ${email}` };
  const query = `mutation ($input: SignUpInput!) { signUp(input: $input) ${authFields} }`;
  const { signUp: payload } = await anonymous.ask<{ signUp: AuthPayload }>(query, { input });
  return personOf(anonymous, payload, { email, password });
}

export async function signIn(anonymous: ApiClient, credentials: { email: string; password: string }): Promise<Person> {
  const { email, password } = credentials;
  const query = `mutation ($input: SignInInput!) { signIn(input: $input) ${authFields} }`;
  const { signIn: payload } = await anonymous.ask<{ signIn: AuthPayload }>(query, { input: { email, password } });
  return personOf(anonymous, payload, credentials);
}

/** Makes someone new a member of another's workspace; what comes back works in that workspace. */
export async function join(anonymous: ApiClient, owner: Person, role: 'OWNER' | 'MEMBER' | 'VIEWER'): Promise<Person> {
  const guest = await signUp(anonymous);
  const invite = 'mutation ($email: EmailAddress!, $role: WorkspaceRole!) { inviteMember(email: $email, role: $role) }';
  const { inviteMember: link } = await owner.client.ask<{ inviteMember: string }>(invite, { email: guest.email, role });
  const accept = `mutation ($token: String!) { acceptInvitation(token: $token) ${authFields} }`;
  const { acceptInvitation } = await guest.client.ask<{ acceptInvitation: AuthPayload }>(accept, {
    token: tokenOf(link),
  });
  return personOf(anonymous, acceptInvitation, guest);
}

/** The token in a mailed link. */
export function tokenOf(link: string): string {
  return link.split('#token=')[1] ?? '';
}

function personOf(
  anonymous: ApiClient,
  { accessToken, refreshToken, user, workspace }: AuthPayload,
  { email, password }: { email: string; password: string },
): Person {
  const client = anonymous.bearer(accessToken);
  return { client, email, password, accessToken, refreshToken, userId: user.id, workspaceId: workspace.id };
}
