import type { LookupAddress } from 'node:dns';
import fc from 'fast-check';
import { AddressGuard, isPublicAddress, type AddressRules, type Resolve } from './address-guard.js';
import { HttpClient } from './http-client.js';
import type { HttpTarget } from './http-request.js';
import { AddressRefused } from './http.errors.js';
import { textReply } from './reply-reader.js';
import { localServer, type Answer, type LocalServer } from './testing/local-server.js';
import { InstantTimer } from './testing/instant-timer.js';

const v4 = (address: string): LookupAddress => ({ address, family: 4 });

describe('isPublicAddress', () => {
  it.each(['1.1.1.1', '93.184.216.34', '172.15.255.255', '172.32.0.0', '2606:4700::1111', '::ffff:1.1.1.1'])(
    'knows %s as public',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '127.255.255.254',
    '0.0.0.0',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '192.0.0.192',
    '192.0.2.1',
    '198.18.0.1',
    '203.0.113.7',
    '224.0.0.1',
    '240.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::127.0.0.1',
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '0:0:0:0:0:ffff:a9fe:a9fe',
    '::ffff:0:127.0.0.1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::a00:1',
    '2002:7f00:1::',
    '2001:0:7f00:1::',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fe80::1%eth0',
    'fec0::1',
    'ff02::1',
    '2001:db8::1',
    '4000::1',
    'localhost',
    '',
  ])('refuses %s', (address) => expect(isPublicAddress(address)).toBe(false));

  it('treats IPv4 mapped into IPv6 as the address it is', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number);
        const hex = `::ffff:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
        return isPublicAddress(hex) === isPublicAddress(address);
      }),
    );
  });
});

describe('a host named by a user', () => {
  let server: LocalServer;
  let clients: HttpClient[] = [];

  /** 127.0.0.2 plays a public address; everything else is judged as always. */
  const rules: AddressRules = {
    schemes: ['http:', 'https:'],
    ports: ['', '8443'],
    allows: (address) => address === '127.0.0.2' || isPublicAddress(address),
  };
  const clientWith = (guard: AddressGuard) => {
    const client = new HttpClient({ guard, timer: new InstantTimer() });
    clients.push(client);
    return client;
  };
  const serve = async (...answers: [Answer, ...Answer[]]) => {
    server = await localServer(...answers);
    return { ...rules, ports: [String(server.port)] };
  };
  const target = (baseUrl: string, hostFrom: HttpTarget['hostFrom'] = 'user'): HttpTarget => ({
    name: 'calcom',
    baseUrl,
    hostFrom,
  });
  const failure = (client: HttpClient, to: HttpTarget, followRedirects = 0): Promise<unknown> =>
    client.request(to, { reply: textReply, retries: 0, followRedirects }).then(
      ({ body }) => `reached: ${body}`,
      (error: unknown) => error,
    );
  const secretRoom: Answer = (response) => response.end('the secret room');

  afterEach(async () => {
    await Promise.all(
      [server, ...clients].map((each) => ('close' in each ? each.close() : each.onApplicationShutdown())),
    );
    clients = [];
  });

  it('is called where it is public, by its name', async () => {
    const open = await serve(secretRoom);
    const client = clientWith(new AddressGuard(open, () => Promise.resolve([v4('127.0.0.2')])));
    // The server listens on 127.0.0.1 only, so reaching it would mean that another address was used.
    expect(await failure(client, target(`http://cal.example:${server.port}`))).toMatchObject({
      reason: 'HTTP.UNREACHABLE',
    });
    const allowed = { ...open, allows: (address: string) => address === '127.0.0.1' };
    const other = clientWith(new AddressGuard(allowed, () => Promise.resolve([v4('127.0.0.1')])));
    expect(await failure(other, target(`http://cal.example:${server.port}`))).toBe('reached: the secret room');
    expect(server.received[0]?.headers.host).toBe(`cal.example:${server.port}`);
  });

  it.each([
    ['http://cal.example', 'scheme'],
    ['ftp://cal.example', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['gopher://127.0.0.1:6379/_x', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['cal.example', 'not a URL'],
    ['https://', 'not a URL'],
    ['', 'not a URL'],
    ['https://user@cal.example', 'credentials'],
    ['https://user:pass@cal.example', 'credentials'],
    ['https://cal.example:22', 'port'],
    ['https://cal.example:8080', 'port'],
    ['https://127.0.0.1', 'not public'],
    ['https://2130706433', 'not public'],
    ['https://0x7f000001', 'not public'],
    ['https://0177.0.0.1', 'not public'],
    ['https://127.1', 'not public'],
    ['https://①②⑦.0.0.1', 'not public'],
    ['https://[::1]', 'not public'],
    ['https://[::ffff:127.0.0.1]', 'not public'],
    ['https://[::ffff:7f00:1]', 'not public'],
    ['https://[0:0:0:0:0:ffff:a9fe:a9fe]', 'not public'],
    ['https://169.254.169.254', 'not public'],
    ['https://localhost', 'not public'],
  ])('is refused as %s (%s)', async (baseUrl, why) => {
    await serve(secretRoom);
    const error = await failure(clientWith(new AddressGuard()), target(baseUrl));
    expect(error).toBeInstanceOf(AddressRefused);
    expect(error).toMatchObject({ kind: 'invalid_input', retryable: false, meta: { why } });
  });

  it.each([
    ['a private address', [v4('10.0.0.5')]],
    ['a public and a private address', [v4('93.184.216.34'), v4('10.0.0.5')]],
    ['a mapped loopback address', [{ address: '::ffff:127.0.0.1', family: 6 }]],
    ['the address of cloud metadata', [v4('169.254.169.254')]],
    ['nothing', []],
  ])('is refused when its name resolves to %s', async (_, addresses) => {
    const open = await serve(secretRoom);
    const client = clientWith(new AddressGuard(open, () => Promise.resolve(addresses)));
    expect(await failure(client, target(`http://cal.example:${server.port}`))).toBeInstanceOf(AddressRefused);
  });

  it('is not called when its name does not resolve', async () => {
    const open = await serve(secretRoom);
    const broken: Resolve = () => Promise.reject(Object.assign(new Error('queryA EAI_AGAIN'), { code: 'EAI_AGAIN' }));
    const error = await failure(
      clientWith(new AddressGuard(open, broken)),
      target(`http://cal.example:${server.port}`),
    );
    expect(error).toMatchObject({ reason: 'HTTP.UNREACHABLE' });
  });

  it('gains nothing by changing its address after the check', async () => {
    const open = await serve(secretRoom);
    let asked = 0;
    const rebinding: Resolve = () => {
      asked += 1;
      return Promise.resolve([v4(asked === 1 ? '127.0.0.2' : '127.0.0.1')]);
    };
    const client = clientWith(new AddressGuard(open, rebinding));
    const calcom = target(`http://cal.example:${server.port}`);
    // First answer: allowed, and it is this answer that is connected to, where nothing listens.
    expect(await failure(client, calcom)).toMatchObject({ reason: 'HTTP.UNREACHABLE' });
    expect(asked).toBe(1);
    expect(await failure(client, calcom)).toBeInstanceOf(AddressRefused);
    expect(server.received).toHaveLength(0);
  });

  it('cannot redirect to our own network', async () => {
    const rulesHere = await serve((response) =>
      response.writeHead(302, { location: `http://127.0.0.1:${server.port}/` }).end(),
    );
    // The platform's own address counts as public when its name is resolved, and as what it is ever after.
    let judged = 0;
    const allows = (address: string) => address === '127.0.0.1' && (judged += 1) === 1;
    const client = clientWith(new AddressGuard({ ...rulesHere, allows }, () => Promise.resolve([v4('127.0.0.1')])));
    const error = await failure(client, target(`http://cal.example:${server.port}`), 3);
    expect(error).toMatchObject({
      reason: 'HTTP.REDIRECT_REFUSED',
      meta: { fault: 'redirect to an address that is refused: not public' },
    });
    expect(server.received).toHaveLength(1);
  });

  it('may be private where the operator named it', async () => {
    await serve(secretRoom);
    const client = clientWith(new AddressGuard());
    expect(await failure(client, target(server.url, 'operator'))).toBe('reached: the secret room');
  });

  it.each(['ftp://127.0.0.1', 'http://user:pass@127.0.0.1'])('not even the operator may name %s', async (baseUrl) => {
    await serve(secretRoom);
    expect(await failure(clientWith(new AddressGuard()), target(baseUrl, 'operator'))).toBeInstanceOf(AddressRefused);
  });
});
