import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { createTestDatabase, type TestDatabase } from './database.js';
import { CalendarSetUp, CalendarSetUpModule, readSetUpCommand } from '../../src/calendar/index.js';
import { IntegrationsModule } from '../../src/integrations/index.js';
import { Config } from '../../src/kernel/config/index.js';
import { AppLogger, Redactor } from '../../src/kernel/observability/index.js';
import { migrateQueue } from '../../src/kernel/queue/index.js';
import { PlatformModule } from '../../src/platform.module.js';
import { CalComStandIn, leGourmetEventTypes, VapiStandIn, type VapiStandInOptions } from '../../src/sandbox/index.js';
import { WebhooksModule } from '../../src/webhooks/index.js';

export const calKey = 'cal_test_canary_key_0123456789';
export const vapiKey = 'vapi-canary-key-0123456789';
export const calSecret = 'canary-secret-of-the-cal-webhook';
export const vapiSecret = 'canary-secret-of-the-vapi-webhook';
export const publicUrl = 'https://agents.example.com';

@Module({})
class SettingUpModule {}

/** What a run printed, and how it ended. */
export interface Run {
  code: number;
  lines: string[];
}

/** The command against played platforms, on a database of its own. */
export class SettingUp {
  private constructor(
    readonly calcom: CalComStandIn,
    readonly vapi: VapiStandIn,
    readonly database: TestDatabase,
    /** Of the deployment; a server of the same database needs them too. */
    readonly env: Record<string, string>,
  ) {}

  static async open(vapiOptions: Partial<VapiStandInOptions> = {}): Promise<SettingUp> {
    const calcom = await CalComStandIn.open({ apiKey: calKey, eventTypes: leGourmetEventTypes });
    const vapi = await VapiStandIn.open({ apiKey: vapiKey, ...vapiOptions });
    const database = await createTestDatabase();
    await migrateQueue(database.url);
    const env = {
      NODE_ENV: 'test',
      DATABASE_URL: database.url,
      JWT_SECRET: randomBytes(32).toString('hex'),
      ENCRYPTION_KEYS: `test:${randomBytes(32).toString('base64')}`,
      PUBLIC_URL: publicUrl,
      CAL_API_KEY: calKey,
      CAL_BASE_URL: calcom.url,
      CAL_WEBHOOK_SECRET: calSecret,
      VAPI_API_KEY: vapiKey,
      VAPI_BASE_URL: vapi.url,
      VAPI_WEBHOOK_SECRET: vapiSecret,
    };
    return new SettingUp(calcom, vapi, database, env);
  }

  /** @param change Settings that differ; an empty one is none. */
  async run(args = '', change: Record<string, string> = {}): Promise<Run> {
    const dataDir = mkdtempSync(join(tmpdir(), 'setting-up-'));
    const lines: string[] = [];
    const app = await this.start({ ...this.env, DATA_DIR: dataDir, ...change });
    try {
      const argv = args === '' ? [] : args.split(' ');
      const print = (line: string) => void lines.push(line);
      const options = readSetUpCommand({ argv, locale: 'en', print });
      const code = typeof options === 'number' ? options : await app.get(CalendarSetUp).run(options, print);
      return { code, lines };
    } finally {
      await app.close();
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  /** What has been written at both platforms, in order. */
  writes(): { method: string; path: string; body: unknown }[] {
    const all = [...this.calcom.received, ...this.vapi.received];
    return all.filter(({ method }) => method !== 'GET').map(({ method, path, body }) => ({ method, path, body }));
  }

  /** As people make one in the dashboard. */
  addAssistant(members: Record<string, unknown> = {}): string {
    const model = { provider: 'openai', model: 'gpt-4.1', messages: [{ role: 'system', content: 'Be kind.' }] };
    return this.vapi.add('assistant', { name: 'Accueil', model, ...members }).id;
  }

  async close(): Promise<void> {
    await this.calcom.close();
    await this.vapi.close();
    await this.database.drop();
  }

  private start(env: Record<string, string>): Promise<INestApplicationContext> {
    const config = Config.read(Object.fromEntries(Object.entries(env).filter(([, value]) => value !== '')));
    const redactor = new Redactor(config.secretValues());
    const log = new AppLogger({ level: 'error', destination: { write: () => undefined }, redactor });
    const imports = [PlatformModule.with({ config, log }), WebhooksModule, IntegrationsModule, CalendarSetUpModule];
    const module = { module: SettingUpModule, imports };
    return NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  }
}
