import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Authenticator, ContextFactory } from '../../auth/index.js';
import { Config, ConfigModule } from '../../config/index.js';
import { LifecycleModule } from '../../lifecycle/index.js';
import { AppLogger, ObservabilityModule } from '../../observability/index.js';
import { createHttpApplication } from '../../web/index.js';
import { GraphqlModule } from '../graphql.module.js';
import { EventSource } from './event-source.js';
import { FakeAuthenticator } from './fake-authenticator.js';
import { Library } from './library.js';
import { LibraryResolver } from './library.resolver.js';

@Module({
  imports: [GraphqlModule, LifecycleModule],
  providers: [
    LibraryResolver,
    Library,
    EventSource,
    ContextFactory,
    FakeAuthenticator,
    { provide: Authenticator, useExisting: FakeAuthenticator },
  ],
})
export class LibraryModule {}

export interface LibraryApp {
  app: NestFastifyApplication;
  url: string;
  /** Everything logged, one line each. */
  logged: string[];
}

/** Boots the library on a free port, with the real web server, guard, GraphQL and WebSocket. */
export async function startLibrary(env: Record<string, string> = {}): Promise<LibraryApp> {
  const config = Config.read({ NODE_ENV: 'test', ...env });
  const logged: string[] = [];
  const log = new AppLogger({ level: 'debug', destination: { write: (line: string) => void logged.push(line) } });
  const root: DynamicModule = {
    module: LibraryModule,
    imports: [ConfigModule.with(config), ObservabilityModule.with(log)],
  };
  const app = await createHttpApplication(root, { config, logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, url: await app.getUrl(), logged };
}
