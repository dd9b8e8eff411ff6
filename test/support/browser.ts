import type { ApiClient } from './api-client.js';
import type { Person } from './people.js';

/** A browser's session: its cookies as they are sent back, and its CSRF token. */
export interface Browser {
  cookie: string;
  csrf: string;
}

export async function browserOf(anonymous: ApiClient, person: Pick<Person, 'email' | 'password'>): Promise<Browser> {
  const { email, password } = person;
  const reply = await anonymous.request('POST', '/api/session', { email, password });
  const { csrfToken } = (await reply.json()) as { csrfToken: string };
  const cookies = reply.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  return { cookie: cookies.join('; '), csrf: csrfToken };
}
