import type { Pool } from 'pg';
import { Secret } from '../../src/kernel/config/index.js';
import { HttpClient } from '../../src/kernel/http/index.js';
import { signIn, signUp } from '../../src/sandbox/seed/documents.js';
import { GraphqlSession } from '../../src/sandbox/seed/graphql-session.js';
import { ensureAssistant } from '../../src/sandbox/seed/seed-workspace.js';
import { fullLine } from '../load/line.js';

const email = 'bench@legourmet.fr';
const password = 'bench: a password of its own';

/** A signed-in owner of the restaurant whose assistant answers the bench's line. */
export interface BenchWorkspace {
  id: string;
  accessToken: string;
}

const own = `UPDATE voice_assistants SET vapi_assistant_id = $1 WHERE phone_number = $2`;
const find = `SELECT workspace_id AS id FROM voice_assistants WHERE vapi_assistant_id = $1`;

/** Signs up through the API the first time, and in later; a token holds for 15 minutes, so each row asks anew. */
export async function openWorkspace(baseUrl: string, admin: Pool): Promise<BenchWorkspace> {
  const http = new HttpClient();
  try {
    const anonymous = new GraphqlSession({ http, baseUrl, locale: 'fr' });
    const { rows } = await admin.query<{ id: string }>(find, [fullLine.assistant.id]);
    const accessToken = rows[0] ? await enter(anonymous) : await found(anonymous, admin);
    const { rows: owned } = await admin.query<{ id: string }>(find, [fullLine.assistant.id]);
    return { id: owned[0]?.id ?? '', accessToken };
  } finally {
    await http.onApplicationShutdown();
  }
}

async function enter(anonymous: GraphqlSession): Promise<string> {
  const answer = await anonymous.run(signIn, { input: credentials() });
  return answer.signIn.accessToken;
}

/** The assistant gets the id that provisioning would have given it, so that its calls find their workspace. */
async function found(anonymous: GraphqlSession, admin: Pool): Promise<string> {
  const who = { name: 'Bench', workspaceName: 'Restaurant Le Gourmet', locale: 'fr', timeZone: 'Europe/Paris' };
  const { signUp: session } = await anonymous.run(signUp, { input: { ...credentials(), ...who } });
  await ensureAssistant(anonymous.signedIn(session.accessToken));
  await admin.query(own, [fullLine.assistant.id, fullLine.number]);
  return session.accessToken;
}

function credentials() {
  return { email, password: new Secret(password) };
}
