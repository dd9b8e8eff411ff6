import { Injectable, Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { gate } from '../../../test/support/gate.js';
import { Authenticator, ContextFactory } from '../auth/index.js';
import { Config, ConfigModule } from '../config/index.js';
import { Drain, HealthChecks, LifecycleModule } from '../lifecycle/index.js';
import { AppLogger, ObservabilityModule } from '../observability/index.js';
import { createHttpApplication } from '../web/index.js';
import { HealthModule } from './health.module.js';

const encryptionKeys = `test:${Buffer.alloc(32, 1).toString('base64')}`;
const token = 'a-token-for-metrics-0123456789';

/** Nobody is signed in: probes need nobody. */
@Injectable()
class NobodyAuthenticator extends Authenticator {
  userOfCookie(): Promise<null> {
    return Promise.resolve(null);
  }

  override authenticate(): Promise<null> {
    return Promise.resolve(null);
  }
}

@Module({})
class Root {}

interface Server {
  app: NestFastifyApplication;
  lines: { event: string }[];
  get(path: string, headers?: Record<string, string>): Promise<{ status: number; headers: Headers; text: string }>;
}

async function startServer(env: Record<string, string> = {}): Promise<Server> {
  const lines: { event: string }[] = [];
  const config = Config.read({
    NODE_ENV: 'test',
    ENCRYPTION_KEYS: encryptionKeys,
    DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
    ...env,
  });
  const log = AppLogger.fromConfig(config, { write: (line) => void lines.push(JSON.parse(line) as { event: string }) });
  const root = {
    module: Root,
    imports: [ConfigModule.with(config), ObservabilityModule.with(log), LifecycleModule, HealthModule],
    providers: [ContextFactory, { provide: Authenticator, useClass: NobodyAuthenticator }],
    exports: [ContextFactory],
  };
  const app = await createHttpApplication(root, { config, logger: false });
  await app.listen(0, '127.0.0.1');
  const base = await app.getUrl();
  const get: Server['get'] = async (path, headers = {}) => {
    const response = await fetch(base + path, { headers });
    return { status: response.status, headers: response.headers, text: await response.text() };
  };
  return { app, lines, get };
}

describe('The probes', () => {
  let server: Server;
  let checks: HealthChecks;

  beforeEach(async () => {
    server = await startServer({ METRICS_TOKEN: token });
    checks = server.app.get(HealthChecks);
  });
  afterEach(() => server.app.close());

  it('live answers whatever else is wrong', async () => {
    checks.add({ name: 'database', check: () => Promise.reject(new Error('down')) });

    const { status, text } = await server.get('/health/live');

    expect([status, JSON.parse(text)]).toEqual([200, { status: 'live' }]);
  });

  it('ready names every check that was made', async () => {
    checks.add({ name: 'database', check: () => Promise.resolve() });
    checks.add({ name: 'queue', check: () => Promise.resolve() });

    const { status, text, headers } = await server.get('/health/ready');

    const ok = { status: 'ok', ms: expect.any(Number) as number };
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ready', checks: { database: ok, queue: ok } }]);
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('ready is 503 when a check fails, and tells why in the log only', async () => {
    checks.add({ name: 'database', check: () => Promise.resolve() });
    checks.add({ name: 'queue', check: () => Promise.reject(new Error('host queue.internal is down')) });

    const { status, text } = await server.get('/health/ready');

    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({
      status: 'unavailable',
      checks: { database: { status: 'ok' }, queue: { status: 'failed' } },
    });
    expect(text).not.toContain('queue.internal');
    expect(server.lines).toContainEqual(
      expect.objectContaining({
        event: 'health.check_failed',
        check: 'queue',
        error: expect.objectContaining({ message: 'host queue.internal is down' }) as unknown,
      }),
    );
  });

  it('ready waits two seconds for a check that hangs, and no longer', async () => {
    checks.add({ name: 'database', check: () => new Promise(() => undefined) });

    const beganAt = performance.now();
    const { status } = await server.get('/health/ready');

    expect(status).toBe(503);
    expect(performance.now() - beganAt).toBeGreaterThanOrEqual(1_990);
    expect(performance.now() - beganAt).toBeLessThan(3_000);
  });

  it('ready makes one run of checks for all who ask at the same time', async () => {
    let runs = 0;
    const { promise: held, open: finish } = gate();
    checks.add({ name: 'database', check: () => ((runs += 1), held) });

    const asked = Promise.all([1, 2, 3].map(() => server.get('/health/ready')));
    await server.get('/health/live');
    finish();

    expect((await asked).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(runs).toBe(1);
  });

  it('ready is 503 as soon as the process is to end, while live still answers', async () => {
    await server.app.get(Drain).begin();

    const ready = await server.get('/health/ready');

    expect([ready.status, JSON.parse(ready.text)]).toEqual([503, { status: 'draining', checks: {} }]);
    expect((await server.get('/health/live')).status).toBe(200);
  });
});

describe('The metrics', () => {
  it('are printed for this machine, in the format of Prometheus', async () => {
    const server = await startServer();

    const { status, headers, text } = await server.get('/metrics');

    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/plain');
    expect(text).toContain('agent_builder_http_request_duration_seconds');
    expect(text).toContain('process_resident_memory_bytes');
    await server.app.close();
  });

  it('are refused to whoever comes through a proxy on this machine, unless the token comes too', async () => {
    const server = await startServer({ METRICS_TOKEN: token });
    const forwarded = { 'x-forwarded-for': '203.0.113.9' };

    const without = await server.get('/metrics', forwarded);
    const wrong = await server.get('/metrics', { ...forwarded, authorization: `Bearer ${token}x` });
    const right = await server.get('/metrics', { ...forwarded, authorization: `Bearer ${token}` });

    expect([without.status, wrong.status, right.status]).toEqual([401, 401, 200]);
    expect(JSON.parse(without.text)).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
    await server.app.close();
  });
});
