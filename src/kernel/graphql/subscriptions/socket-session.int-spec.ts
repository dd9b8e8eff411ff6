import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { until } from '../../../../test/support/until.js';
import { TokenRefused } from '../../auth/index.js';
import { csrfToken, identityOf } from '../testing/fake-authenticator.js';
import { bookOf } from '../testing/library.js';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import { SocketClient } from '../testing/socket-client.js';

let library: LibraryApp;
const sockets: SocketClient[] = [];

beforeAll(async () => {
  library = await startLibrary();
});
afterEach(() => {
  library.authenticator.fault = undefined;
  sockets.splice(0).forEach((socket) => socket.end());
});
afterAll(() => library.app.close());

async function opened(headers: Record<string, string> = {}, protocol?: string): Promise<SocketClient> {
  const socket = await SocketClient.open(library.url, headers, protocol);
  sockets.push(socket);
  return socket;
}

async function signedIn(token?: string): Promise<SocketClient> {
  const socket = await SocketClient.signedIn(library.url, token);
  sockets.push(socket);
  return socket;
}

/** What a socket is answered that opens with this. */
async function init(payload: unknown, headers: Record<string, string> = {}): Promise<string> {
  const socket = await opened(headers);
  socket.say({ type: 'connection_init', payload });
  return until(() => socket.heard[0]?.type ?? (socket.closed && `${socket.closed.code} ${socket.closed.reason}`));
}

const bookAdded = 'subscription { bookAdded { title } }';

describe('A WebSocket', () => {
  it.each<[string, unknown, Record<string, string>, string]>([
    ['a token', { authorization: 'Bearer owner' }, {}, 'connection_ack'],
    ['a token under the name of the header', { Authorization: 'Bearer owner' }, {}, 'connection_ack'],
    ['a session cookie and its CSRF token', { csrfToken }, { cookie: 'ab_session=owner' }, 'connection_ack'],
    [
      'the same under the name of the header',
      { 'x-csrf-token': csrfToken },
      { cookie: 'ab_session=owner' },
      'connection_ack',
    ],
    ['nothing', undefined, {}, '4401 Unauthorized'],
    ['an empty object', {}, {}, '4401 Unauthorized'],
    ['a token that is none', { authorization: 'Bearer forged' }, {}, '4401 Unauthorized'],
    ['a token that is no text', { authorization: { $ne: null } }, {}, '4401 Unauthorized'],
    ['a cookie alone, which any page could send', {}, { cookie: 'ab_session=owner' }, '4401 Unauthorized'],
    ['a cookie and another CSRF token', { csrfToken: 'x' }, { cookie: 'ab_session=owner' }, '4401 Unauthorized'],
    ['a token in a header of the handshake only', {}, { authorization: 'Bearer owner' }, '4401 Unauthorized'],
  ])('that opens with %s is answered', async (...[, payload, headers, answer]) => {
    expect(await init(payload, headers)).toBe(answer);
  });

  it('hands on which workspace and language the client wants', async () => {
    await init({ authorization: 'Bearer owner', workspaceId: 'workspace_1', acceptLanguage: 'fr' });
    expect(library.authenticator.presented.at(-1)).toMatchObject({ workspaceId: 'workspace_1', acceptLanguage: 'fr' });
  });

  it('is asked to come back when who it is cannot be found out now', async () => {
    library.authenticator.fault = new Error('the database is away');
    expect(await init({ authorization: 'Bearer owner' })).toBe('1013 Try again later');
  });

  it('is closed when its token expires', async () => {
    library.authenticator.identities.set('brief', { ...identityOf('OWNER'), expiresAt: new Date(Date.now() + 250) });
    const socket = await signedIn('brief');
    socket.subscribe('1', bookAdded);
    await until(() => library.events.listeners === 1);
    expect(await socket.isClosed()).toEqual({ code: 4401, reason: 'Token expired' });
    await until(() => library.events.listeners === 0);
  });

  it('stays open when its token lives for longer than a timer can', async () => {
    library.authenticator.identities.set('long', { ...identityOf('OWNER'), expiresAt: new Date(Date.now() + 1e12) });
    const socket = await signedIn('long');
    socket.say({ type: 'ping' });
    await socket.hears('pong');
  });

  it.each<[string, () => void, string]>([
    ['was revoked', () => (library.authenticator.fault = new TokenRefused()), '4401 Unauthorized'],
    [
      'lost a right',
      () => library.authenticator.identities.set('changing', identityOf('VIEWER')),
      '4403 Rights changed: connect again',
    ],
    [
      'left the workspace',
      () =>
        library.authenticator.identities.set('changing', {
          ...identityOf('OWNER'),
          workspaceId: '00000000-0000-7000-8000-0000000000bb',
        }),
      '4403 Rights changed: connect again',
    ],
  ])('gets nothing more, and is closed, once its owner %s', async (_, change, close) => {
    library.authenticator.identities.set('changing', identityOf('OWNER'));
    const socket = await signedIn('changing');
    socket.subscribe('1', bookAdded);
    await until(() => library.events.listeners === 1);
    change();
    library.events.publish({ bookAdded: bookOf(1) });
    const { code, reason } = await socket.isClosed();
    expect([`${code} ${reason}`, socket.heard.filter(({ type }) => type === 'next')]).toEqual([close, []]);
    await until(() => library.events.listeners === 0);
  });

  it('is closed when it subscribes before it has said who it is', async () => {
    const socket = await opened();
    socket.subscribe('1', bookAdded);
    expect((await socket.isClosed()).code).toBe(4401);
  });

  it('is closed when it says who it is twice', async () => {
    const socket = await signedIn();
    socket.say({ type: 'connection_init', payload: { authorization: 'Bearer owner' } });
    expect((await socket.isClosed()).code).toBe(4429);
  });
});

describe('A handshake', () => {
  it.each(['graphql-ws', 'subscriptions-transport-ws', 'mqtt'])(
    'of another protocol gets none: %s',
    async (protocol) => {
      const socket = new WebSocket(`${library.url.replace('http', 'ws')}/graphql`, protocol);
      const [error] = (await once(socket, 'error')) as [Error];
      expect(error.message).toContain('subprotocol');
    },
  );

  it('without a protocol is closed', async () => {
    const socket = new WebSocket(`${library.url.replace('http', 'ws')}/graphql`);
    const [code] = (await once(socket, 'close')) as [number];
    expect(code).toBe(4406);
  });

  it.each(['/', '/graphql/', '/graphql/playground', '/graphqlx', '/health/live'])('at %s is refused', async (path) => {
    const socket = new WebSocket(library.url.replace('http', 'ws') + path, 'graphql-transport-ws');
    const [error] = (await once(socket, 'error')) as [Error];
    expect(error.message).toContain('404');
  });

  it('that breaks off leaves the server standing', async () => {
    const { port } = new URL(library.url);
    const socket = connect(Number(port), '127.0.0.1');
    await once(socket, 'connect');
    socket.write('GET /graphql HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n');
    socket.resetAndDestroy();
    expect(await init({ authorization: 'Bearer owner' })).toBe('connection_ack');
  });
});
