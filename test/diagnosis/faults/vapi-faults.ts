import { randomUUID } from 'node:crypto';
import type { VapiResource } from '../../../src/sandbox/index.js';
import type { DiagnosisStage } from '../diagnosis-stage.js';
import type { Fault } from '../fault.js';

type Members = Readonly<Record<string, unknown>>;

const elsewhere = 'https://elsewhere.example/vapi';

const assistant = (what: string, finds: Fault['finds'], change: (live: VapiResource) => Members): Fault => ({
  ...{ what, hop: 'vapi', finds },
  inject: (stage) => stage.setAssistant(change(stage.assistant())),
  ...(Object.keys(finds).length > 0 && { repairs: Object.keys(finds)[0] ?? '' }),
});

const server = (what: string, finds: Fault['finds'], change: Members): Fault =>
  assistant(what, finds, (live) => ({
    server: Object.fromEntries(
      Object.entries({ ...membersOf(live.server), ...change }).filter(([, value]) => value !== null),
    ),
  }));

const model = (change: (model: Members) => Members) => (live: VapiResource) => ({
  model: change(membersOf(live.model)),
});

export const vapiFaults: readonly Fault[] = [
  {
    what: 'the key is another one',
    hop: 'vapi',
    inject: ({ vapi }) => vapi.faults.every(1, {}, { kind: 'status', status: 401 }),
    finds: { 'vapi.credentials': 'FAIL' },
    blinds: true,
  },
  {
    what: 'Vapi does not answer',
    hop: 'vapi',
    inject: ({ vapi }) => vapi.faults.every(1, {}, { kind: 'status', status: 503 }),
    finds: { 'vapi.credentials': 'FAIL' },
    blinds: true,
  },
  {
    what: 'Vapi does not have the number',
    hop: 'vapi',
    inject: (stage) => void stage.vapi.remove('phone-number', stage.numberAtVapi().id),
    finds: { 'vapi.number-imported': 'FAIL' },
    blinds: true,
    repairs: 'vapi.number-imported',
    unlike: true,
  },
  {
    what: 'Vapi has blocked the number',
    hop: 'vapi',
    inject: (stage) => stage.setNumberAtVapi({ status: 'blocked' }),
    finds: { 'vapi.number-active': 'FAIL' },
  },
  {
    what: 'Vapi has the number by another account of Twilio',
    hop: 'vapi',
    inject: (stage) => stage.setNumberAtVapi({ twilioAccountSid: 'AC00000000000000000000000000000000' }),
    finds: { 'vapi.same-account': 'FAIL' },
  },
  {
    what: 'the number rings at no assistant',
    hop: 'vapi',
    inject: (stage) => stage.setNumberAtVapi({ assistantId: null }),
    finds: { 'vapi.assistant-assigned': 'FAIL' },
    repairs: 'vapi.assistant-assigned',
  },
  {
    what: 'the number rings at another assistant',
    hop: 'vapi',
    inject: (stage) => stage.setNumberAtVapi({ assistantId: stage.vapi.add('assistant', { name: 'Another' }).id }),
    finds: { 'vapi.assistant-assigned': 'FAIL' },
    repairs: 'vapi.assistant-assigned',
    unlike: true,
  },
  {
    what: 'the assistant was deleted',
    hop: 'vapi',
    inject: (stage) => void stage.vapi.remove('assistant', stage.assistant().id),
    finds: { 'vapi.assistant-exists': 'FAIL' },
    blinds: true,
  },
  server('the assistant tells another server', { 'vapi.server-url': 'FAIL' }, { url: elsewhere }),
  {
    ...assistant('only the number names our server', { 'vapi.server-url': 'WARN' }, () => ({ server: null })),
    blinds: true,
  },
  {
    what: 'the number names another server, and the assistant none',
    hop: 'vapi',
    inject: (stage) => {
      stage.setAssistant({ server: null });
      stage.setNumberAtVapi({ server: { url: elsewhere } });
    },
    finds: { 'vapi.server-url': 'FAIL' },
    blinds: true,
    repairs: 'vapi.server-url',
    unlike: true,
  },
  {
    what: 'neither names a server',
    hop: 'vapi',
    inject: (stage) => {
      stage.setAssistant({ server: null });
      stage.setNumberAtVapi({ server: null });
    },
    finds: { 'vapi.server-url': 'FAIL' },
    blinds: true,
    repairs: 'vapi.server-url',
    unlike: true,
  },
  {
    what: 'the number names another server, and the assistant ours',
    hop: 'none',
    inject: (stage) => stage.setNumberAtVapi({ server: { url: elsewhere } }),
    finds: {},
  },
  server('the assistant proves itself otherwise', { 'vapi.secret': 'FAIL' }, { credentialId: randomUUID() }),
  server('the assistant proves nothing', { 'vapi.secret': 'FAIL' }, { credentialId: null }),
  {
    ...server(
      'a header of old goes before the proof',
      { 'vapi.secret': 'FAIL' },
      { headers: { 'X-Vapi-Secret': 'old' } },
    ),
    unlike: true,
  },
  {
    what: 'the credential was deleted',
    hop: 'vapi',
    inject: ({ vapi }) => {
      for (const { id } of vapi.list('credential')) vapi.remove('credential', id);
    },
    finds: { 'vapi.secret': 'FAIL', 'vapi.tools': 'FAIL' },
  },
  assistant('final transcripts are not told', { 'vapi.events': 'FAIL' }, ({ serverMessages }) => ({
    serverMessages: listOf(serverMessages).filter((each) => !String(each).startsWith('transcript')),
  })),
  assistant('the end of calls is not told', { 'vapi.events': 'FAIL' }, ({ serverMessages }) => ({
    serverMessages: listOf(serverMessages).filter((each) => each !== 'end-of-call-report'),
  })),
  assistant('more is told than is asked for', { 'vapi.events': 'WARN' }, ({ serverMessages }) => ({
    serverMessages: [...listOf(serverMessages), 'speech-update'],
  })),
  server('nothing is told twice', { 'vapi.retries': 'WARN' }, { backoffPlan: null }),
  server('Vapi waits for another time', { 'vapi.timeout': 'WARN' }, { timeoutSeconds: 5 }),
  {
    ...assistant(
      'a tool was taken from the assistant',
      { 'vapi.tools': 'FAIL' },
      model((live) => ({ ...live, toolIds: listOf(live.toolIds).slice(1) })),
    ),
    unlike: true,
  },
  assistant(
    'the assistant has no tools',
    { 'vapi.tools': 'FAIL' },
    model(({ toolIds: _, ...live }) => live),
  ),
  {
    what: 'a tool asks another server',
    hop: 'vapi',
    inject: (stage) => changeTool(stage, ({ server: own }) => ({ server: { ...membersOf(own), url: elsewhere } })),
    finds: { 'vapi.tools': 'FAIL' },
    repairs: 'vapi.tools',
  },
  {
    what: 'a tool asks for something else',
    hop: 'vapi',
    inject: (stage) =>
      changeTool(stage, ({ function: own }) => ({
        function: { ...membersOf(own), parameters: { type: 'object', properties: {}, required: [] } },
      })),
    finds: { 'vapi.tools': 'FAIL' },
    repairs: 'vapi.tools',
  },
  {
    what: 'a tool was deleted',
    hop: 'vapi',
    inject: (stage) => void stage.vapi.remove('tool', ourTool(stage).id),
    finds: { 'vapi.tools': 'FAIL' },
    repairs: 'vapi.tools',
    unlike: true,
  },
  assistant('the voice is another one', { 'vapi.assistant-settings': 'WARN' }, ({ voice }) => ({
    voice: { ...membersOf(voice), voiceId: 'another' },
  })),
  assistant('the first message is another one', { 'vapi.assistant-settings': 'WARN' }, () => ({ firstMessage: 'Hi!' })),
  assistant(
    'the model is another one',
    { 'vapi.assistant-settings': 'WARN' },
    model((live) => ({
      ...live,
      model: 'gpt-4o-mini',
    })),
  ),
  { ...assistant('somebody has added what is not ours', {}, () => ({ backgroundSound: 'office' })), hop: 'none' },
];

function ourTool({ vapi }: DiagnosisStage): VapiResource {
  const found = vapi.list('tool').find(({ type }) => type === 'function');
  if (!found) throw new Error('There is no tool.');
  return found;
}

function changeTool(stage: DiagnosisStage, change: (tool: VapiResource) => Members): void {
  const tool = ourTool(stage);
  stage.vapi.change('tool', tool.id, change(tool));
}

function membersOf(value: unknown): Members {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
