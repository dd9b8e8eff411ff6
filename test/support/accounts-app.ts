import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Global, Module, type Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { AccountsApiModule, AccountsModule, AccountsWorkerModule, AuditLog } from '../../src/accounts/index.js';
import { Clock } from '../../src/accounts/clock.js';
import { AuditTrail, ContextFactory } from '../../src/kernel/auth/index.js';
import { Config, ConfigModule } from '../../src/kernel/config/index.js';
import { CryptoModule } from '../../src/kernel/crypto/index.js';
import { DatabaseModule } from '../../src/kernel/database/index.js';
import { GraphqlModule } from '../../src/kernel/graphql/index.js';
import { LifecycleModule } from '../../src/kernel/lifecycle/index.js';
import { AppLogger, NestLog, ObservabilityModule, Redactor } from '../../src/kernel/observability/index.js';
import { createHttpApplication } from '../../src/kernel/web/index.js';
import { ApiClient } from './api-client.js';
import { ImmediateJobsModule } from './immediate-jobs.js';
import type { LogLine } from './kernel-node.js';

export interface AccountsApp {
  app: NestFastifyApplication;
  /** Not signed in. */
  client: ApiClient;
  dataDir: string;
  lines: LogLine[];
  /** Puts the clock of the accounts module forward. */
  passTime(milliseconds: number): void;
  close(): Promise<void>;
}

@Global()
@Module({
  imports: [AccountsModule],
  providers: [ContextFactory, { provide: AuditTrail, useExisting: AuditLog }],
  exports: [AccountsModule, ContextFactory, AuditTrail],
})
class AccessModule {}

@Module({})
class AccountsTestRoot {}

/** The accounts module behind a real HTTP server, with nothing of other modules but those given. */
export async function startAccountsApp(
  databaseUrl: string,
  env: Record<string, string> = {},
  modules: readonly Type[] = [],
): Promise<AccountsApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'accounts-app-'));
  const config = Config.read({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    JWT_SECRET: 'a secret of tests that is long enough',
    ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
    ...env,
  });
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };
  const log = new AppLogger({ level: 'debug', destination, redactor: new Redactor(config.secretValues()) });
  const root = {
    module: AccountsTestRoot,
    imports: [
      ConfigModule.with(config),
      ObservabilityModule.with(log),
      LifecycleModule,
      DatabaseModule,
      CryptoModule,
      ImmediateJobsModule,
      AccessModule,
      GraphqlModule,
      AccountsApiModule,
      AccountsWorkerModule,
      ...modules,
    ],
  };
  const app = await createHttpApplication(root, { config, logger: new NestLog(log) });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const close = async () => {
    await app.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
  let ahead = 0;
  app.get(Clock, { strict: false }).now = () => new Date(Date.now() + ahead);
  const passTime = (milliseconds: number) => void (ahead += milliseconds);
  return { app, client: new ApiClient(url), dataDir, lines, passTime, close };
}
