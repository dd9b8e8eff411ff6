import { Secret } from '../config/index.js';
import { AddressGuard } from './address-guard.js';
import { HttpClient } from './http-client.js';
import type { HttpRequest, HttpTarget } from './http-request.js';
import { textReply } from './reply-reader.js';
import { InstantTimer } from './testing/instant-timer.js';
import { localServer, type Answer, type LocalServer } from './testing/local-server.js';

const to =
  (location: string, status = 302): Answer =>
  (response) =>
    response.writeHead(status, { location }).end();
const arrived: Answer = (response) => response.end('arrived');

describe('a redirect', () => {
  const everything = { schemes: ['http:', 'https:'], ports: [] as string[], allows: () => true };
  const servers: LocalServer[] = [];
  const client = new HttpClient({ guard: new AddressGuard(everything), timer: new InstantTimer() });

  const serve = async (...answers: [Answer, ...Answer[]]) => {
    const server = await localServer(...answers);
    servers.push(server);
    everything.ports.push(String(server.port));
    return server;
  };
  const follow = (server: LocalServer, request: Partial<HttpRequest<string>> = {}): Promise<unknown> => {
    const target: HttpTarget = {
      name: 'files',
      baseUrl: server.url,
      hostFrom: 'operator',
      headers: { authorization: new Secret('Bearer t0ken-t0ken'), 'x-account': 'a1' },
    };
    return client.request(target, { reply: textReply, retries: 0, followRedirects: 2, ...request }).then(
      ({ body }) => body,
      (error: unknown) => error,
    );
  };

  afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));
  afterAll(() => client.onApplicationShutdown());

  it.each([301, 302, 303, 307, 308])('%i is followed within the origin, credentials and all', async (status) => {
    const server = await serve(to('/moved?x=1', status), arrived);
    expect(await follow(server)).toBe('arrived');
    expect(server.received[1]).toMatchObject({ url: '/moved?x=1', headers: { authorization: 'Bearer t0ken-t0ken' } });
  });

  it('takes nothing of ours to another origin', async () => {
    const other = await serve(arrived);
    const server = await serve(to(`${other.url}/file`));
    expect(await follow(server, { headers: { cookie: 'session=1' } })).toBe('arrived');
    expect(Object.keys(other.received[0]?.headers ?? {}).sort()).toEqual([
      'accept',
      'connection',
      'host',
      'user-agent',
    ]);
  });

  it('gives nothing back on the way home from another origin', async () => {
    const home = await serve((response) => response.writeHead(302, { location: other.url }).end(), arrived);
    const other = await serve(to(`${home.url}/again`));
    expect(await follow(home)).toBe('arrived');
    expect(home.received[1]?.headers.authorization).toBeUndefined();
  });

  it('is not followed more often than allowed', async () => {
    const server = await serve(to('/again'));
    expect(await follow(server)).toMatchObject({ reason: 'HTTP.REDIRECT_REFUSED' });
    expect(server.received).toHaveLength(3);
  });

  it('is never followed with a write', async () => {
    const server = await serve(to('/again', 307));
    expect(await follow(server, { method: 'POST', body: { json: {} } })).toMatchObject({
      reason: 'HTTP.REDIRECT_REFUSED',
    });
    expect(server.received).toHaveLength(1);
  });

  it.each(['file:///etc/passwd', 'http://user:pass@127.0.0.1/', 'http://', 'javascript:1'])(
    'to %s is refused',
    async (location) => {
      expect(await follow(await serve(to(location)))).toMatchObject({ reason: 'HTTP.REDIRECT_REFUSED' });
    },
  );

  it('to another port of our own network is refused, although the operator may name one', async () => {
    const other = await serve(arrived);
    const strict = new HttpClient({ guard: new AddressGuard() });
    const server = await serve(to(other.url));
    const target: HttpTarget = { name: 'files', baseUrl: server.url, hostFrom: 'operator' };
    await expect(strict.request(target, { reply: textReply, followRedirects: 1 })).rejects.toMatchObject({
      reason: 'HTTP.REDIRECT_REFUSED',
    });
    expect(other.received).toHaveLength(0);
    await strict.onApplicationShutdown();
  });
});
