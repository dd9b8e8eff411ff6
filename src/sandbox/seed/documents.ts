import { z } from 'zod';

/** A GraphQL operation and the part of its answer that the seed reads. */
export interface Operation<T> {
  name: string;
  document: string;
  data: { parse(value: unknown): T };
}

function operation<T>(name: string, document: string, data: Operation<T>['data']): Operation<T> {
  return { name, document, data };
}

const session = z.object({ accessToken: z.string(), refreshToken: z.string() });
export type Session = z.infer<typeof session>;

export const signUp = operation(
  'signUp',
  `mutation SandboxSignUp($input: SignUpInput!) { signUp(input: $input) { accessToken refreshToken } }`,
  z.object({ signUp: session }),
);

export const signIn = operation(
  'signIn',
  `mutation SandboxSignIn($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken } }`,
  z.object({ signIn: session }),
);

export const signOut = operation(
  'signOut',
  `mutation SandboxSignOut($refreshToken: String!) { signOut(refreshToken: $refreshToken) }`,
  z.object({ signOut: z.boolean() }),
);

export const listAssistants = operation(
  'voiceAssistants',
  `query SandboxAssistants { voiceAssistants(first: 100) { nodes { id phoneNumber } } }`,
  z.object({
    voiceAssistants: z.object({ nodes: z.array(z.object({ id: z.string(), phoneNumber: z.string().nullable() })) }),
  }),
);

export const createAssistant = operation(
  'createVoiceAssistant',
  `mutation SandboxAssistant($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }`,
  z.object({ createVoiceAssistant: z.object({ id: z.string() }) }),
);

export const offerEventTypes = operation(
  'offerEventTypes',
  `mutation SandboxOffer($assistantId: ID!, $eventTypeIds: [Int!]!) {
    offerEventTypes(assistantId: $assistantId, eventTypeIds: $eventTypeIds) { id } }`,
  z.object({ offerEventTypes: z.object({ id: z.string() }) }),
);

const endpoint = z.object({ id: z.string(), url: z.string() });
const newSecret = z.object({ endpoint, secret: z.string() });
export type NewSecret = z.infer<typeof newSecret>;

export const listEndpoints = operation(
  'webhookEndpoints',
  `query SandboxEndpoints { webhookEndpoints { id source } }`,
  z.object({ webhookEndpoints: z.array(z.object({ id: z.string(), source: z.string() })) }),
);

export const createEndpoint = operation(
  'createWebhookEndpoint',
  `mutation SandboxEndpoint { createWebhookEndpoint(source: "vapi") { endpoint { id url } secret } }`,
  z.object({ createWebhookEndpoint: newSecret }),
);

export const rotateSecret = operation(
  'rotateWebhookSecret',
  `mutation SandboxSecret($id: ID!) { rotateWebhookSecret(id: $id, overlapHours: 0) { endpoint { id url } secret } }`,
  z.object({ rotateWebhookSecret: newSecret }),
);

export const listCalls = operation(
  'calls',
  `query SandboxCalls($number: PhoneNumber!) { calls(first: 50, filter: { number: $number }) { nodes { vapiCallId status } } }`,
  z.object({
    calls: z.object({ nodes: z.array(z.object({ vapiCallId: z.string().nullable(), status: z.string() })) }),
  }),
);
