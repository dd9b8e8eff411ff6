import { Module, type DynamicModule } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ApiClient } from '../../../../test/support/api-client.js';
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
class LibraryModule {}

export interface LogLine extends Record<string, unknown> {
  event: string;
}

export interface LibraryApp {
  app: NestFastifyApplication;
  url: string;
  /** Not signed in, reading English. */
  client: ApiClient;
  owner: ApiClient;
  /** What the resolvers read, and how often. */
  shelves: Library;
  events: EventSource;
  authenticator: FakeAuthenticator;
  lines: LogLine[];
}

/** Boots the library on a free port, with the real web server, guard, GraphQL and WebSocket. */
export async function startLibrary(env: Record<string, string> = {}): Promise<LibraryApp> {
  const config = Config.read({ NODE_ENV: 'test', ...env });
  const lines: LogLine[] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };
  const log = new AppLogger({ level: 'debug', destination });
  const root: DynamicModule = {
    module: LibraryModule,
    imports: [ConfigModule.with(config), ObservabilityModule.with(log)],
  };
  const app = await createHttpApplication(root, { config, logger: false });
  await app.listen(0, '127.0.0.1');
  const url = await app.getUrl();
  const client = new ApiClient(url, { 'accept-language': 'en' });
  return {
    app,
    url,
    client,
    owner: client.bearer('owner'),
    shelves: app.get(Library),
    events: app.get(EventSource),
    authenticator: app.get(FakeAuthenticator),
    lines,
  };
}
