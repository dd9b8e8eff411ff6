import type { IncomingMessage } from 'node:http';
import { buildSchema, graphql, GraphQLError } from 'graphql';
import { leGourmet } from '../le-gourmet.js';
import { serve, WebhookReceiver, type Answer, type LocalServer } from './webhook-receiver.js';

/** As in the contract: what the seed uses of it. */
const schema = buildSchema(`
  scalar EmailAddress scalar PhoneNumber scalar URL
  enum Personality { PROFESSIONAL FRIENDLY WARM CONCISE ENTHUSIASTIC }
  enum CallStatus { QUEUED RINGING IN_PROGRESS FORWARDING COMPLETED FAILED }
  type AuthPayload { accessToken: String! refreshToken: String! }
  type VoiceAssistant { id: ID! phoneNumber: PhoneNumber }
  type VoiceAssistantConnection { nodes: [VoiceAssistant!]! }
  type WebhookEndpoint { id: ID! source: String! url: URL! }
  type NewWebhookSecret { endpoint: WebhookEndpoint! secret: String! }
  type Call { vapiCallId: String status: CallStatus! }
  type CallConnection { nodes: [Call!]! }
  input CallFilter { number: PhoneNumber }
  input SignUpInput { email: EmailAddress! password: String! name: String! workspaceName: String! locale: String timeZone: String }
  input SignInInput { email: EmailAddress! password: String! }
  input AssistantToolInput { key: String! }
  input CreateVoiceAssistantInput {
    name: String clientName: String clientEmail: EmailAddress phoneNumber: PhoneNumber language: String otherLanguages: [String!]
    timeZone: String modelProvider: String model: String voiceProvider: String voiceId: String transcriberProvider: String
    transcriberModel: String personality: Personality context: String! firstMessage: String transferNumber: PhoneNumber
    tools: [AssistantToolInput!]
  }
  type Query {
    voiceAssistants(first: Int): VoiceAssistantConnection!
    webhookEndpoints: [WebhookEndpoint!]!
    calls(first: Int, filter: CallFilter): CallConnection!
  }
  type Mutation {
    signUp(input: SignUpInput!): AuthPayload!
    signIn(input: SignInInput!): AuthPayload!
    signOut(refreshToken: String!): Boolean!
    createVoiceAssistant(input: CreateVoiceAssistantInput!): VoiceAssistant!
    offerEventTypes(assistantId: ID!, eventTypeIds: [Int!]!): VoiceAssistant!
    createWebhookEndpoint(source: String!): NewWebhookSecret!
    rotateWebhookSecret(id: ID!, overlapHours: Int): NewWebhookSecret!
  }`);

const webhookPath = '/api/v1/webhooks/vapi/';

interface Endpoint {
  id: string;
  source: string;
  receiver: WebhookReceiver;
}

/** From this request on nothing is answered, as if one side had been killed: before it takes effect, or right after. */
export interface Cut {
  request: number;
  when: 'before' | 'after';
}

/**
 * The product as the sandbox sees it from outside: sign-up, assistants, endpoints, and calls that are finished once
 * their report has come in.
 */
export class FakeAgentBuilder {
  readonly accounts = new Map<string, string>();
  readonly openSessions = new Set<string>();
  readonly assistants: { id: string; phoneNumber: string }[] = [];
  readonly offers = new Map<string, number[]>();
  readonly endpoints: Endpoint[] = [];
  /** Names of the mutations that took effect. */
  readonly mutations: string[] = [];
  requests = 0;
  cut: Cut | undefined;
  processesEvents = true;
  #server: LocalServer | undefined;

  get url(): string {
    return this.#server?.url ?? '';
  }

  async start(): Promise<void> {
    this.#server = await serve((request, raw) => this.handle(request, raw));
  }

  async stop(): Promise<void> {
    await this.#server?.close();
  }

  /** Distinct events by body, as the real intake counts them. */
  get events(): string[] {
    const bodies = this.endpoints.flatMap(({ receiver }) =>
      receiver.received.map(({ message }) => JSON.stringify(message)),
    );
    return [...new Set(bodies)];
  }

  private async handle(request: IncomingMessage, raw: Buffer): Promise<Answer> {
    this.requests += 1;
    const { request: last, when } = this.cut ?? { request: Infinity, when: 'after' };
    if (this.requests > last || (this.requests === last && when === 'before')) throw new Error('cut off');
    const { url = '', headers } = request;
    if (url === '/health/live') return { status: 200, body: {} };
    const answer = url.startsWith(webhookPath)
      ? this.endpoint(url.slice(webhookPath.length)).receiver.take(headers, raw)
      : await this.execute(headers.authorization, raw);
    if (this.requests === last) throw new Error('cut off');
    return answer;
  }

  private async execute(authorization: string | undefined, raw: Buffer): Promise<Answer> {
    const { query: source, variables: variableValues } = JSON.parse(raw.toString('utf8')) as {
      query: string;
      variables: Record<string, unknown>;
    };
    const signedIn = this.signedInRoot();
    const isOpen = authorization === 'Bearer access';
    const closed = Object.fromEntries(Object.keys(signedIn).map((name) => [name, () => refuse('UNAUTHENTICATED')]));
    const rootValue = { ...this.publicRoot(), ...(isOpen ? signedIn : closed) };
    return { status: 200, body: await graphql({ schema, source, rootValue, variableValues }) };
  }

  private publicRoot() {
    return {
      signUp: ({ input: { email, password } }: { input: { email: string; password: string } }) => {
        if (this.accounts.has(email)) refuse('CONFLICT');
        this.accounts.set(email, password);
        return this.openSession('signUp');
      },
      signIn: ({ input: { email, password } }: { input: { email: string; password: string } }) => {
        if (this.accounts.get(email) !== password) refuse('UNAUTHENTICATED');
        return this.openSession('signIn');
      },
    };
  }

  private signedInRoot() {
    return {
      signOut: ({ refreshToken }: { refreshToken: string }) => this.openSessions.delete(refreshToken),
      voiceAssistants: () => ({ nodes: this.assistants }),
      webhookEndpoints: () => this.endpoints.map((endpoint) => this.shown(endpoint)),
      calls: () => ({ nodes: this.calls() }),
      createVoiceAssistant: ({ input }: { input: { phoneNumber: string } }) => {
        this.mutations.push('createVoiceAssistant');
        const assistant = { id: `assistant_${this.assistants.length}`, phoneNumber: input.phoneNumber };
        this.assistants.push(assistant);
        return assistant;
      },
      offerEventTypes: ({ assistantId, eventTypeIds }: { assistantId: string; eventTypeIds: number[] }) => {
        this.mutations.push('offerEventTypes');
        this.offers.set(assistantId, eventTypeIds);
        return this.assistants.find(({ id }) => id === assistantId);
      },
      createWebhookEndpoint: ({ source }: { source: string }) => {
        this.mutations.push('createWebhookEndpoint');
        const endpoint = { id: `endpoint_${this.endpoints.length}`, source, receiver: new WebhookReceiver('first') };
        this.endpoints.push(endpoint);
        return { endpoint: this.shown(endpoint), secret: 'first' };
      },
      rotateWebhookSecret: ({ id }: { id: string }) => {
        this.mutations.push('rotateWebhookSecret');
        const endpoint = this.endpoint(id);
        endpoint.receiver = new WebhookReceiver('second');
        return { endpoint: this.shown(endpoint), secret: 'second' };
      },
    };
  }

  private openSession(name: string) {
    this.mutations.push(name);
    const refreshToken = `refresh ${this.mutations.length}`;
    this.openSessions.add(refreshToken);
    return { accessToken: 'access', refreshToken };
  }

  private shown({ id, source }: Endpoint) {
    // As platforms see it, which is not where the sandbox finds it.
    return { id, source, url: `https://agents.example.com${webhookPath}${id}` };
  }

  private calls() {
    const messages = this.endpoints.flatMap(({ receiver }) => receiver.received.map(({ message }) => message));
    const reported = this.processesEvents ? messages.filter(({ type }) => type === 'end-of-call-report') : [];
    return reported.map(({ call }) => ({ vapiCallId: call.id, status: 'COMPLETED' }));
  }

  private endpoint(id: string): Endpoint {
    const endpoint = this.endpoints.find((known) => known.id === id);
    if (!endpoint) throw new Error(`no endpoint ${id}`);
    return endpoint;
  }
}

/** Signs the demonstration's account up with a password that nobody knows. */
export function takeAccount(server: FakeAgentBuilder): void {
  server.accounts.set(leGourmet.email, 'unknown');
}

function refuse(code: string): never {
  throw new GraphQLError(`refused: ${code}`, { extensions: { code } });
}
