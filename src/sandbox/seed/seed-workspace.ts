import { Secret } from '../../kernel/config/index.js';
import { leGourmetEventTypes } from '../calcom/le-gourmet-event-types.js';
import { leGourmet } from '../le-gourmet.js';
import { SandboxAccountTaken, SandboxRequestRefused } from '../sandbox.errors.js';
import {
  createAssistant,
  createEndpoint,
  listAssistants,
  listEndpoints,
  offerEventTypes,
  rotateSecret,
  signIn,
  signUp,
  type NewSecret,
  type Session,
} from './documents.js';
import type { GraphqlSession } from './graphql-session.js';
import type { SandboxState } from './sandbox-file.js';

export interface Entrance {
  session: Session;
  /** The account was made just now. */
  isNew: boolean;
}

/**
 * Signs up or in. Whichever is likelier comes first, so that neither start leaves a refused attempt behind: an account
 * that got as far as its webhook exists, unless the database is another one.
 */
export async function enter(api: GraphqlSession, { email, password, webhook }: SandboxState): Promise<Entrance> {
  const credentials = { email, password: new Secret(password) };
  const ways = [() => tryToSignUp(api, credentials), () => tryToSignIn(api, credentials)];
  for (const way of webhook ? ways.reverse() : ways) {
    const entrance = await way();
    if (entrance) return entrance;
  }
  throw new SandboxAccountTaken(email);
}

interface Credentials {
  email: string;
  password: Secret;
}

async function tryToSignIn(api: GraphqlSession, input: Credentials): Promise<Entrance | null> {
  const answer = await unlessRefused('UNAUTHENTICATED', api.run(signIn, { input }));
  return answer && { session: answer.signIn, isNew: false };
}

async function tryToSignUp(api: GraphqlSession, credentials: Credentials): Promise<Entrance | null> {
  const { name, locale, timeZone } = leGourmet;
  const input = { ...credentials, name, workspaceName: name, locale, timeZone };
  const answer = await unlessRefused('CONFLICT', api.run(signUp, { input }));
  return answer && { session: answer.signUp, isNew: true };
}

async function unlessRefused<T>(code: string, request: Promise<T>): Promise<T | null> {
  try {
    return await request;
  } catch (error) {
    if (error instanceof SandboxRequestRefused && error.code === code) return null;
    throw error;
  }
}

/** Looks before it creates: a start may have been cut off between creating and noting it. */
export async function ensureAssistant(api: GraphqlSession): Promise<void> {
  if ((await findAssistant(api)) !== null) return;
  const { assistantName, name, email, phoneNumber, transferNumber, firstMessage, context } = leGourmet;
  const { locale, timeZone, modelProvider, model, voiceProvider, voiceId, transcriberProvider, transcriberModel } =
    leGourmet;
  const who = { name: assistantName, clientName: name, clientEmail: email, phoneNumber, transferNumber };
  const how = { modelProvider, model, voiceProvider, voiceId, transcriberProvider, transcriberModel };
  const says = { language: locale, otherLanguages: ['en-GB'], timeZone, personality: 'WARM', context, firstMessage };
  const tools = leGourmet.tools.map((key) => ({ key }));
  await api.run(createAssistant, { input: { ...who, ...how, ...says, tools } });
}

/** Lets the assistant offer all tables. Whoever has deleted it wants none. */
export async function offerTables(api: GraphqlSession): Promise<void> {
  const assistantId = await findAssistant(api);
  const eventTypeIds = leGourmetEventTypes.map(({ id }) => id);
  if (assistantId !== null) await api.run(offerEventTypes, { assistantId, eventTypeIds });
}

async function findAssistant(api: GraphqlSession): Promise<string | null> {
  const { voiceAssistants } = await api.run(listAssistants);
  return voiceAssistants.nodes.find(({ phoneNumber }) => phoneNumber === leGourmet.phoneNumber)?.id ?? null;
}

/**
 * The endpoint that the sandbox calls. One whose secret was never noted is left from a start that was cut off, and gets
 * a new secret; once one is noted, no other is touched, since people make endpoints too.
 */
export async function ensureWebhook(
  api: GraphqlSession,
  known: SandboxState['webhook'],
): Promise<NonNullable<SandboxState['webhook']>> {
  const { webhookEndpoints } = await api.run(listEndpoints);
  const ours = webhookEndpoints.filter(({ source }) => source === 'vapi');
  if (known && ours.some(({ id }) => id === known.endpointId)) return known;
  const [unnoted] = ours;
  if (unnoted && !known) return asWebhook((await api.run(rotateSecret, { id: unnoted.id })).rotateWebhookSecret);
  return asWebhook((await api.run(createEndpoint)).createWebhookEndpoint);
}

function asWebhook({ endpoint, secret }: NewSecret): NonNullable<SandboxState['webhook']> {
  return { endpointId: endpoint.id, path: new URL(endpoint.url).pathname, secret };
}
