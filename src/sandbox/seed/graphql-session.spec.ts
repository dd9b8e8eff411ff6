import { z } from 'zod';
import { HttpClient } from '../../kernel/http/index.js';
import { SandboxRequestRefused } from '../sandbox.errors.js';
import { FakeAgentBuilder } from '../testing/fake-agent-builder.js';
import { serve, type LocalServer } from '../testing/webhook-receiver.js';
import { listAssistants } from './documents.js';
import { GraphqlSession } from './graphql-session.js';

describe('a session with the API', () => {
  const http = new HttpClient();
  const api = new FakeAgentBuilder();
  let other: LocalServer | undefined;

  beforeAll(() => api.start());
  afterEach(() => other?.close());
  afterAll(async () => {
    await api.stop();
    await http.onApplicationShutdown();
  });

  const session = (baseUrl = api.url) => new GraphqlSession({ http, baseUrl, locale: 'fr' });

  it('tells the code of what the API refuses', async () => {
    await expect(session().run(listAssistants)).rejects.toMatchObject({
      code: 'UNAUTHENTICATED',
      operation: 'voiceAssistants',
    });
  });

  it('tells what is wrong with an operation that the schema does not know', async () => {
    const unknown = { name: 'unknown', document: '{ unknown }', data: z.unknown() };

    await expect(session().run(unknown)).rejects.toThrow(SandboxRequestRefused);
    await expect(session().run(unknown)).rejects.toThrow('Cannot query field');
  });

  it('asks for errors in the language of the visitor', async () => {
    const languages: (string | undefined)[] = [];
    other = await serve(({ headers }) => {
      languages.push(headers['accept-language']);
      return { status: 200, body: { data: { voiceAssistants: { nodes: [] } } } };
    });

    await session(other.url).run(listAssistants);

    expect(languages).toEqual(['fr']);
  });
});
