import { Client } from 'pg';
import { SeededDraw, type PhoneLine } from '../../../src/sandbox/index.js';
import { ApiClient } from '../../support/api-client.js';
import { signUp } from '../../support/people.js';

/** A business of the run: where its events are sent, and how they are signed. */
export interface Workspace {
  /** In the database. */
  id: string;
  assistantId: string;
  endpointId: string;
  /** Of its own endpoint. */
  path: string;
  secret: string;
  line: PhoneLine;
}

const createAssistant = `mutation ($input: CreateVoiceAssistantInput!) { createVoiceAssistant(input: $input) { id } }`;
const createEndpoint = `mutation { createWebhookEndpoint(source: "vapi") { secret endpoint { id url } } }`;

/** Opens workspaces as their owners would, each with an assistant and an endpoint of its own. */
export async function openWorkspaces(apiUrl: string, adminUrl: string, count: number): Promise<Workspace[]> {
  const workspaces: Workspace[] = [];
  for (let index = 0; index < count; index += 1) workspaces.push(await openWorkspace(apiUrl, index));
  await nameAtVapi(adminUrl, workspaces);
  return workspaces;
}

async function openWorkspace(apiUrl: string, index: number): Promise<Workspace> {
  const { client, workspaceId } = await signUp(new ApiClient(apiUrl));
  const line = lineOf(index);
  const input = { context: 'Le restaurant est ouvert de 12 h à 23 h.', phoneNumber: line.number };
  const { createVoiceAssistant: assistant } = await client.ask<{ createVoiceAssistant: { id: string } }>(
    createAssistant,
    { input },
  );
  const { createWebhookEndpoint: made } = await client.ask<{
    createWebhookEndpoint: { secret: string; endpoint: { id: string; url: string } };
  }>(createEndpoint);
  return {
    id: uuidOf(workspaceId),
    assistantId: uuidOf(assistant.id),
    endpointId: uuidOf(made.endpoint.id),
    path: new URL(made.endpoint.url).pathname,
    secret: made.secret,
    line,
  };
}

/** What applying an assistant to Vapi would write down. */
async function nameAtVapi(adminUrl: string, workspaces: readonly Workspace[]): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    for (const { assistantId, line } of workspaces) {
      const text = 'UPDATE voice_assistants SET vapi_assistant_id = $2, vapi_phone_number_id = $3 WHERE id = $1';
      await client.query(text, [assistantId, line.assistant.id, line.phoneNumberId]);
    }
  } finally {
    await client.end();
  }
}

/** The line as Vapi knows it, the same in every run. */
export function lineOf(index: number): PhoneLine {
  const draw = new SeededDraw(`chaos line ${index}`);
  return {
    orgId: draw.uuid('organisation'),
    phoneNumberId: draw.uuid('phone number'),
    number: `+3319900${String(1000 + index)}`,
    importedAt: '2026-01-12T09:30:00.000Z',
    twilioAccountSid: `AC${draw.hex('twilio account', 32)}`,
    twilioAuthToken: draw.hex('twilio token', 32),
    serverUrl: 'https://agent-builder.example/api/v1/webhooks/vapi',
    assistant: {
      id: draw.uuid('assistant'),
      name: 'Accueil',
      language: 'fr-FR',
      firstMessage:
        'Bonjour, je suis une assistante vocale, une intelligence artificielle. Comment puis-je vous aider ?',
      prompt: 'Vous répondez au téléphone pour un restaurant.',
      model: 'gpt-4',
      voiceId: 'McVZB9hVxVSk3Equu8EH',
      metadata: {},
    },
  };
}

function uuidOf(globalId: string): string {
  return globalId.slice(globalId.lastIndexOf('_') + 1);
}
