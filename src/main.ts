import 'reflect-metadata';
import { Module, type DynamicModule } from '@nestjs/common';
import { AppModule } from './app.module.js';
import { runtimeConfig } from './kernel/config/index.js';
import { runUntilSignal } from './kernel/lifecycle/index.js';
import { NestLog } from './kernel/observability/index.js';
import { createHttpApplication } from './kernel/web/index.js';
import { PlatformModule } from './platform.module.js';
import { prepareRuntime, runsWorkers, type Runtime } from './runtime.js';
import { openStandIns } from './stand-ins.js';
import { tellAndExit } from './tell-and-exit.js';
import { welcome } from './welcome.js';

/** One container for API and, with WORKER=inline, workers. */
@Module({})
class MainModule {
  static async with(runtime: Runtime): Promise<DynamicModule> {
    const imports: DynamicModule['imports'] = [PlatformModule.with(runtime), AppModule];
    if (runsWorkers(runtime.config)) imports.push((await import('./worker.module.js')).WorkerModule);
    return { module: MainModule, imports };
  }
}

async function serve(runtime: Runtime): Promise<void> {
  const { config, log } = runtime;
  const { host, port } = config.get(runtimeConfig);
  const app = await createHttpApplication(await MainModule.with(runtime), { config, logger: new NestLog(log) });
  runUntilSignal(app, { afterClose: () => runtime.stop() });
  await app.listen(port, host);
  runtime.standIns?.serverListens(await app.getUrl());
  log.info('process.ready', { url: await app.getUrl(), ms: Math.round(performance.now()) });
  await welcome(await app.getUrl(), runtime);
}

try {
  const runtime = await prepareRuntime(openStandIns);
  await serve(runtime).catch(async (error: unknown) => {
    await runtime.stop();
    throw error;
  });
} catch (error) {
  tellAndExit(error);
}
