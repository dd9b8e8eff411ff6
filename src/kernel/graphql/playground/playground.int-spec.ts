import { Script } from 'node:vm';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import { exampleOperations } from './example-operations.js';

let library: LibraryApp;
let page: string;

interface Settings {
  path: string;
  assets: string;
  tabs: { query: string; variables?: string }[];
}

beforeAll(async () => {
  library = await startLibrary();
  page = await (await open()).text();
});
afterAll(() => library.app.close());

function open(accept = 'text/html,application/xhtml+xml,*/*;q=0.8'): Promise<Response> {
  return library.client.with({ accept }).request('GET', '/graphql');
}

function settings(): Settings {
  const [, attribute = ''] = /data-settings="([^"]*)"/.exec(page) ?? [];
  const text = attribute.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return JSON.parse(text) as Settings;
}

const addresses = () => [...page.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address = '']) => address);

describe('The playground', () => {
  it('opens with the example operations and their variables', () => {
    const { tabs, path } = settings();
    expect(path).toBe('/graphql');
    expect(tabs.map(({ query }) => query)).toEqual(exampleOperations.map(({ query }) => query));
    expect(tabs.map(({ variables }) => variables && (JSON.parse(variables) as unknown))).toEqual(
      exampleOperations.map(({ variables }) => variables),
    );
  });

  it('refers to this server only', () => {
    expect(addresses().length).toBeGreaterThanOrEqual(3);
    for (const address of addresses()) expect(address).toMatch(/^(data:,|\/graphql\/playground\/)/);
    expect(page).not.toMatch(/https?:|\/\/[a-z]/i);
  });

  it('may load, call and be framed by nothing else', async () => {
    const policy = (await open()).headers.get('content-security-policy') ?? '';
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
      ]),
    );
    expect(policy).not.toMatch(/https?:|\*|unsafe-eval|script-src[^;]*unsafe-inline/);
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=/i);
  });

  it('is for browsers only: who accepts no page is answered as a GraphQL client', async () => {
    const reply = await open('application/json');
    expect([reply.status, reply.headers.get('content-type')]).toEqual([400, 'application/json; charset=utf-8']);
  });

  it('finds every file that it names, packed for who takes it so', async () => {
    const files = addresses().filter((address) => address.startsWith('/'));
    const workers = ['editor', 'json', 'graphql'].map((worker) => `${settings().assets}/${worker}.worker.js`);
    for (const file of [...files, ...workers]) {
      const [packed, plain] = await Promise.all(
        ['gzip', 'identity'].map((encoding) =>
          library.client.with({ 'accept-encoding': encoding }).request('GET', file),
        ),
      );
      expect([packed?.status, plain?.status]).toEqual([200, 200]);
      expect(plain?.headers.get('content-type')).toMatch(/^text\/(javascript|css); charset=utf-8$/);
      expect(plain?.headers.get('cache-control')).toContain('immutable');
      const [text, packedText] = [await plain?.text(), await packed?.text()];
      expect(text?.length).toBeGreaterThan(1_000);
      expect(packedText).toBe(text);
    }
  });

  it.each(['nothing.js', '..%2f..%2fpackage.json', '__proto__', 'graphiql.js.map'])('has no file %s', async (file) => {
    const reply = await library.client.request('GET', `${settings().assets}/${file}`);
    expect(reply.status).toBe(404);
    expect(await reply.json()).toMatchObject({ error: { code: 'NOT_FOUND' } });
  });
});

describe('The script of the playground', () => {
  it('can be read by a browser, and names no other server', async () => {
    const script = await (await library.client.request('GET', `${settings().assets}/start.js`)).text();
    expect(() => new Script(script)).not.toThrow();
    expect(script.replace(/replace\(\/\^http\/, 'ws'\)/, '')).not.toMatch(/https?:|wss?:/);
  });
});
