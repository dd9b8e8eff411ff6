import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import './main-modules.js';
import { CalendarSetUp, CalendarSetUpModule, readSetUpCommand, type SetUpOptions } from './calendar/index.js';
import { IntegrationsModule } from './integrations/index.js';
import { readEnvironment } from './kernel/config/index.js';
import { toLocale, type Locale } from './kernel/errors/index.js';
import { PlatformModule } from './platform.module.js';
import { prepareRuntime, type Runtime } from './runtime.js';
import { tellAndExit } from './tell-and-exit.js';
import { WebhooksModule } from './webhooks/index.js';

/** `npm run setup:calendar`: no server listens and no job runs. */
@Module({})
class SetUpModule {
  static with(runtime: Runtime): DynamicModule {
    const imports = [PlatformModule.with(runtime), WebhooksModule, IntegrationsModule, CalendarSetUpModule];
    return { module: SetUpModule, imports };
  }
}

async function setUp(runtime: Runtime, options: SetUpOptions): Promise<number> {
  const module = SetUpModule.with(runtime);
  const app = await NestFactory.createApplicationContext(module, { logger: false, abortOnError: false });
  try {
    return await app.get(CalendarSetUp).run(options, say);
  } finally {
    await app.close();
  }
}

async function main(): Promise<number> {
  const [, , first, ...rest] = process.argv;
  // Behind the name of this command, where it was started by that.
  const argv = first === undefined || first === 'setup-calendar' ? rest : [first, ...rest];
  const options = readSetUpCommand({ argv, locale: terminalLocale(), print: say });
  if (typeof options === 'number') return options;
  const runtime = await prepareRuntime();
  return setUp(runtime, options).finally(() => runtime.stop());
}

/** Terminals write `en_GB.UTF-8`. */
function terminalLocale(): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = readEnvironment();
  return toLocale((LC_ALL || LC_MESSAGES || LANG)?.replace('_', '-'));
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

try {
  process.exit(await main());
} catch (error) {
  tellAndExit(error);
}
