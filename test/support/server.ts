import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from '../../src/app.module.js';
import { Config } from '../../src/kernel/config/index.js';
import { AppLogger, NestLog, Redactor } from '../../src/kernel/observability/index.js';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { createHttpApplication } from '../../src/kernel/web/index.js';
import { PlatformModule } from '../../src/platform.module.js';
import { WorkerModule } from '../../src/worker.module.js';
import { ApiClient } from './api-client.js';
import { createTestDatabase, type TestDatabase } from './database.js';

/** The whole server in this process: API and workers, a database of its own, real HTTP. */
export interface TestServer {
  app: NestFastifyApplication;
  url: string;
  databaseUrl: string;
  dataDir: string;
  /** Not signed in. */
  client: ApiClient;
  /** What the deployment's own Vapi endpoint must be sent. */
  vapiSecret: string;
  /** Every line of the log, as printed. */
  logLines: string[];
  close(): Promise<void>;
}

@Module({})
class ServerUnderTest {}

/** @param env Settings beside the usual ones; with a DATABASE_URL, of which the caller disposes, servers share a database. */
export async function startServer(env: Record<string, string> = {}): Promise<TestServer> {
  const database = await databaseFor(env);
  const dataDir = mkdtempSync(join(tmpdir(), 'server-under-test-'));
  const vapiSecret = randomBytes(24).toString('hex');
  const config = Config.read({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    DATA_DIR: dataDir,
    JWT_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    VAPI_WEBHOOK_SECRET: vapiSecret,
    SANDBOX: 'on',
    ...env,
  });
  const logLines: string[] = [];
  const destination = { write: (line: string) => void logLines.push(line) };
  const log = new AppLogger({ level: 'debug', destination, redactor: new Redactor(config.secretValues()) });
  const imports = [PlatformModule.with({ config, log }), AppModule, WorkerModule];
  const app = await createHttpApplication({ module: ServerUnderTest, imports }, { config, logger: new NestLog(log) });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const close = async () => {
    await app.close();
    await database.drop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { app, url, databaseUrl: database.url, dataDir, client: new ApiClient(url), vapiSecret, logLines, close };
}

async function databaseFor({ DATABASE_URL }: Record<string, string>): Promise<TestDatabase> {
  if (DATABASE_URL) return { url: DATABASE_URL, drop: async () => undefined };
  const database = await createTestDatabase();
  await migrateQueue(database.url);
  return database;
}
