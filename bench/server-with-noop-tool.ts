import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { z } from 'zod';
import { AppModule } from '../src/app.module.js';
import { runtimeConfig } from '../src/kernel/config/index.js';
import { runUntilSignal } from '../src/kernel/lifecycle/index.js';
import { NestLog } from '../src/kernel/observability/index.js';
import { createHttpApplication } from '../src/kernel/web/index.js';
import { PlatformModule } from '../src/platform.module.js';
import { prepareRuntime, type Runtime } from '../src/runtime.js';
import { VoiceTool, type VoiceToolContract } from '../src/voice/tools/voice-tool.js';
import { noopToolName } from './load/scenarios.js';

/** What is left of a tool call when the tool takes no time: proof, storing, ledger, answer. */
@VoiceTool({
  name: noopToolName,
  label: { en: 'Nothing', fr: 'Rien' },
  description: 'Does nothing.',
  input: z.object({ reason: z.string() }),
})
class NoopTool implements VoiceToolContract<{ reason: string }> {
  run(): Promise<string> {
    return Promise.resolve('Fait.');
  }
}

/** The API process as `src/main.ts` makes it, with one tool more. */
@Module({ providers: [NoopTool] })
class ServerWithNoopTool {
  static with(runtime: Runtime): DynamicModule {
    return { module: ServerWithNoopTool, imports: [PlatformModule.with(runtime), AppModule] };
  }
}

const runtime = await prepareRuntime();
const { config, log } = runtime;
const { host, port } = config.get(runtimeConfig);
const app = await createHttpApplication(ServerWithNoopTool.with(runtime), { config, logger: new NestLog(log) });
runUntilSignal(app, { afterClose: () => runtime.stop() });
await app.listen(port, host);
log.info('process.ready', { url: await app.getUrl() });
