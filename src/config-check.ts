import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import './main-modules.js';
import { declaredSlices, readEnvironment, runtimeConfig, settingValue } from './kernel/config/index.js';
import { CredentialRejected, HttpClient, noReply } from './kernel/http/index.js';
import { HealthChecks } from './kernel/lifecycle/index.js';
import { PlatformModule } from './platform.module.js';
import { prepareRuntime, type Runtime } from './runtime.js';
import { tellAndExit } from './tell-and-exit.js';

/** Both platforms' routes: an unsigned request must be refused, which shows that something listens and that it checks. */
const webhookRoutes = ['/api/v1/webhooks/vapi', '/api/vapi/webhook'];

/** `npm run config:check`: settings by name, never by value, and whether the parts answer. */
function listSettings(): void {
  const env = readEnvironment();
  for (const { name, settings } of declaredSlices()) {
    say(`\n${name}`);
    for (const setting of Object.values(settings)) {
      const state = settingValue(setting, env) === undefined ? 'default' : 'set';
      say(`  ${setting.name.padEnd(34)} ${state.padEnd(8)} ${setting.description}`);
    }
  }
}

async function probeParts(runtime: Runtime): Promise<boolean> {
  const app = await NestFactory.createApplicationContext(PlatformModule.with(runtime), { logger: false });
  try {
    const results = await Promise.all(
      app
        .get(HealthChecks)
        .all()
        .map(({ name, check }) => probe(name, check)),
    );
    return results.every(Boolean);
  } finally {
    await app.close();
  }
}

/** The routes are another process's: one that does not run is told, and is no fault of the configuration. */
async function probeRoutes({ config }: Runtime): Promise<boolean> {
  const { publicUrl, port, host } = config.get(runtimeConfig);
  const base = publicUrl ?? `http://${host}:${port}`;
  const results = await Promise.all(
    webhookRoutes.map((route) => probe(`POST ${base}${route}`, () => expectRefusal(base, route))),
  );
  return results.every(Boolean);
}

async function expectRefusal(baseUrl: string, path: string): Promise<void> {
  const http = new HttpClient();
  try {
    const target = { name: 'webhook route', baseUrl, hostFrom: 'operator' } as const;
    await http.request(target, {
      method: 'POST',
      path,
      body: { json: {} },
      reply: noReply,
      retries: 0,
      timeoutMs: 5_000,
    });
  } catch (error) {
    if (error instanceof CredentialRejected) return;
    throw error;
  } finally {
    await http.onApplicationShutdown();
  }
  throw new Error('an unsigned request was not refused');
}

async function probe(name: string, check: () => Promise<void>): Promise<boolean> {
  try {
    await check();
    say(`  ok      ${name}`);
    return true;
  } catch (error) {
    say(`  failed  ${name}: ${error instanceof Error ? error.message : 'no reason given'}`);
    return false;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  listSettings();
  const runtime = await prepareRuntime();
  say('\nProbes');
  const isWell = [await probeParts(runtime), await probeRoutes(runtime)].every(Boolean);
  await runtime.stop();
  process.exit(isWell ? 0 : 1);
} catch (error) {
  tellAndExit(error);
}
