import 'reflect-metadata';
import { constants, setPriority } from 'node:os';
import { Module, type DynamicModule } from '@nestjs/common';
import { runtimeConfig } from './kernel/config/index.js';
import { runUntilSignal } from './kernel/lifecycle/index.js';
import { NestLog } from './kernel/observability/index.js';
import { createHttpApplication } from './kernel/web/index.js';
import { PlatformModule } from './platform.module.js';
import { prepareRuntime, type Runtime } from './runtime.js';
import { tellAndExit } from './tell-and-exit.js';
import { WorkerModule } from './worker.module.js';

/** Workers, schedules and the relay; over HTTP it answers probes and metrics only. */
@Module({})
class MainModule {
  static with(runtime: Runtime): DynamicModule {
    return { module: MainModule, imports: [PlatformModule.with(runtime), WorkerModule] };
  }
}

async function work(runtime: Runtime): Promise<void> {
  // On a machine that it shares with the API, a platform that waits for its answer goes before effects that can wait.
  setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
  const { config, log } = runtime;
  const { host, workerPort } = config.get(runtimeConfig);
  const app = await createHttpApplication(MainModule.with(runtime), { config, logger: new NestLog(log) });
  runUntilSignal(app, { afterClose: () => runtime.stop() });
  await app.listen(workerPort, host);
  log.info('process.ready', { role: 'worker', probes: await app.getUrl(), ms: Math.round(performance.now()) });
}

try {
  const runtime = await prepareRuntime();
  await work(runtime).catch(async (error: unknown) => {
    await runtime.stop();
    throw error;
  });
} catch (error) {
  tellAndExit(error);
}
