import { until } from '../../../../test/support/until.js';
import { bookOf } from '../testing/library.js';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import { SocketClient } from '../testing/socket-client.js';

let library: LibraryApp;
let socket: SocketClient;

beforeAll(async () => {
  library = await startLibrary();
});
beforeEach(async () => {
  socket = await SocketClient.signedIn(library.url);
  library.lines.length = 0;
});
afterEach(async () => {
  socket.end();
  await until(() => library.events.listeners === 0);
});
afterAll(() => library.app.close());

interface ToldError {
  message: string;
  extensions: { code: string; reason: string; requestId: string };
}

const bookAdded = 'subscription ($min: Int) { bookAdded(minPages: $min) { title author { name } } }';
const listening = (count: number) => until(() => library.events.listeners === count);

/** What speaks against a subscription: before it begins, or as its only result. */
async function refusalOf(query: string, more: object = {}): Promise<ToldError | undefined> {
  socket.subscribe('refused', query, more);
  const { type, payload } = await until(() => socket.heard.find(({ id }) => id === 'refused'));
  if (type === 'error') return (payload as ToldError[])[0];
  await socket.hears('complete', 'refused');
  expect(payload).not.toHaveProperty('data');
  return (payload as { errors: ToldError[] }).errors[0];
}

describe('A subscription', () => {
  it('is told what happens, filtered by its arguments, until it ends', async () => {
    socket.subscribe('1', bookAdded, { variables: { min: 110 } });
    await listening(1);
    for (const index of [1, 10, 11]) library.events.publish({ bookAdded: bookOf(index) });
    await until(() => socket.heard.filter(({ type }) => type === 'next').length === 2);
    expect(socket.heard.filter(({ type }) => type === 'next').map(({ payload }) => payload)).toMatchObject([
      { data: { bookAdded: { title: 'Book 10', author: { name: expect.any(String) as string } } } },
      { data: { bookAdded: { title: 'Book 11' } } },
    ]);
    socket.say({ type: 'complete', id: '1' });
    await listening(0);
  });

  it('loads anew for every delivery', async () => {
    socket.subscribe('1', bookAdded);
    await listening(1);
    library.shelves.batches.length = 0;
    for (const index of [5, 10]) {
      library.events.publish({ bookAdded: bookOf(index) });
      await until(() => library.shelves.batches.length === index / 5);
    }
    expect(library.shelves.batches[1]).toEqual(library.shelves.batches[0]);
  });

  it('ends with its connection', async () => {
    for (const id of ['1', '2', '3']) socket.subscribe(id, bookAdded);
    await listening(3);
    socket.end();
    await listening(0);
  });

  it.each([
    ['a query', '{ shelf { title } }'],
    ['a mutation', 'mutation { addBook(input: { title: "x" }) }'],
    ['a mutation with a key against doing it twice', 'mutation A { addBook(input: { title: "x" }) }'],
  ])('is the one thing served here: %s is sent to POST', async (_, query) => {
    const error = await refusalOf(query, { extensions: { idempotencyKey: 'x' } });
    expect(error).toMatchObject({
      message: 'Send queries and mutations by POST; this WebSocket serves subscriptions.',
      extensions: { code: 'BAD_USER_INPUT', reason: 'GRAPHQL.HTTP_REQUIRED' },
    });
  });

  it.each([
    [
      'is too deep',
      `subscription { bookAdded { ${'author { '.repeat(50)} id ${'}'.repeat(50)} } }`,
      'GRAPHQL.TOO_DEEP',
    ],
    [
      'has too many aliases',
      `subscription { bookAdded { ${Array.from({ length: 16 }, (_, i) => `a${i}: id`).join(' ')} } }`,
      'GRAPHQL.TOO_MANY_ALIASES',
    ],
    ['cannot be read', 'subscription {', 'GRAPHQL.SYNTAX_INVALID'],
    ['does not fit the schema', 'subscription { bookAded { id } }', 'GRAPHQL.DOCUMENT_INVALID'],
    ['asks for two streams', 'subscription { bookAdded { id } other: bookAdded { id } }', 'GRAPHQL.DOCUMENT_INVALID'],
    [
      'is one of several',
      'subscription a { bookAdded { id } } subscription b { bookAdded { id } }',
      'GRAPHQL.OPERATION_INVALID',
    ],
  ])('is refused when it %s', async (_, query, reason) => {
    const error = await refusalOf(query);
    expect(error?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason });
    expect(error?.message).not.toContain('Did you mean');
  });

  it('is refused when its variables do not fit', async () => {
    expect((await refusalOf(bookAdded, { variables: { min: 'many' } }))?.extensions.reason).toBe(
      'GRAPHQL.VARIABLES_INVALID',
    );
  });

  it('is refused to who lacks the right, in their language', async () => {
    const { identities } = library.authenticator;
    const owner = identities.get('owner');
    if (owner) identities.set('nobody', { ...owner, actor: { ...owner.actor, permissions: [] } });
    socket.end();
    socket = await SocketClient.signedIn(library.url, 'nobody', {
      'accept-language': 'fr',
      'x-request-id': 'handshake-1',
    });
    const error = await refusalOf(bookAdded);
    expect(error).toMatchObject({
      message: expect.stringMatching(/^Il vous faut la permission/) as string,
      extensions: { code: 'FORBIDDEN', reason: 'AUTH.PERMISSION_MISSING', requestId: 'handshake-1' },
    });
  });

  it('hides from its reader what goes wrong inside, and tells the log', async () => {
    socket.subscribe('1', 'subscription { bookAdded { title printedAt } }');
    await listening(1);
    library.events.publish({ bookAdded: Object.assign(bookOf(1), { printedAt: true }) });
    const { payload } = await socket.hears('next', '1');
    expect(payload).toMatchObject({ data: null, errors: [{ extensions: { code: 'INTERNAL' } }] });
    expect(JSON.stringify(payload)).not.toContain('ISO string');
    expect(JSON.stringify(library.lines)).toContain('from a Date or an ISO string, not boolean');
  });

  it('is one of fifty on a connection at most', async () => {
    for (let id = 1; id <= 50; id++) socket.subscribe(String(id), bookAdded);
    await listening(50);
    expect((await refusalOf(bookAdded))?.extensions.reason).toBe('GRAPHQL.TOO_MANY_SUBSCRIPTIONS');
    socket.say({ type: 'complete', id: '1' });
    await listening(49);
    socket.subscribe('51', bookAdded);
    await listening(50);
  });
});

describe('A message', () => {
  it.each([
    ['that is no JSON', 'hello', 4400],
    ['of no known type', '{"type":"start"}', 4400],
    ['without an id', '{"type":"subscribe","payload":{"query":"{ a }"}}', 4400],
    ['beyond 64 kilobytes', JSON.stringify({ type: 'ping', payload: { x: 'x'.repeat(65_536) } }), 1009],
  ])('%s ends its own connection only', async (_, text, code) => {
    const other = await SocketClient.signedIn(library.url);
    socket.socket.send(text);
    expect((await socket.isClosed()).code).toBe(code);
    other.say({ type: 'ping' });
    await other.hears('pong');
    other.end();
  });

  it('under an id that is taken ends its connection', async () => {
    socket.subscribe('1', bookAdded);
    await listening(1);
    socket.subscribe('1', bookAdded);
    expect((await socket.isClosed()).code).toBe(4409);
  });
});

describe('The server, when it goes', () => {
  it('says goodbye to every connection', async () => {
    const going = await startLibrary();
    const client = await SocketClient.signedIn(going.url);
    client.subscribe('1', bookAdded);
    await until(() => going.events.listeners === 1);
    const closed = going.app.close();
    expect(await client.isClosed()).toMatchObject({ code: 1001 });
    await closed;
    expect(going.events.listeners).toBe(0);
  });
});
