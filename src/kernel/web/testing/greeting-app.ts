import {
  Body,
  Controller,
  Delete,
  Get,
  Injectable,
  Module,
  Param,
  Post,
  Req,
  type DynamicModule,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ApiClient } from '../../../../test/support/api-client.js';
import {
  Authenticator,
  ClientAddress,
  ContextFactory,
  CsrfRefused,
  Ctx,
  Public,
  RequirePermission,
  RequireSignedIn,
  TokenRefused,
  type Identity,
  type PresentedCredentials,
} from '../../auth/index.js';
import { Config, ConfigModule } from '../../config/index.js';
import type { RequestContext } from '../../context/index.js';
import { AppError, InvalidInput } from '../../errors/index.js';
import { AppLogger, ObservabilityModule } from '../../observability/index.js';
import { createHttpApplication } from '../http-application.js';
import { RawRoutes, type RawAnswer, type RawHttpRequest, type RawRoute, type RawRoutesSource } from '../raw-routes.js';

const text = { en: 'Do this next.', fr: 'Faites ceci.' };

/** What the route /fail/:kind throws. */
const faults: Readonly<Record<string, () => unknown>> = {
  ours: () => new AppError('conflict', 'GREETING.TAKEN', text, { cause: new Error('secret') }),
  fields: () => new InvalidInput('GREETING.WRONG', text, [{ path: 'input.name', message: text }]),
  later: () => new AppError('rate_limited', 'GREETING.BUSY', text, { retryAfterMs: 1_200 }),
  away: () => new AppError('upstream_unavailable', 'GREETING.AWAY', text, { cause: new Error('secret host is down') }),
  unknown: () => new Error('duplicate key (email)=(secret@example.com)'),
  thrownText: () => 'secret',
};

@Controller('greetings')
class GreetingsController {
  @Get()
  @Public()
  hello(@Ctx() { actor, workspaceId, locale, requestId, trace }: RequestContext, @ClientAddress() address: string) {
    return { actor: actor.id, workspaceId, locale, requestId, traceId: trace.traceId, address };
  }

  @Get('mine')
  @RequireSignedIn()
  mine(@Ctx() { actor }: RequestContext) {
    return { actor: actor.id };
  }

  @Get('fail/:kind')
  @Public()
  fail(@Param('kind') kind: string): never {
    throw faults[kind]?.();
  }

  @Get('forgotten')
  forgotten() {
    return 'never seen';
  }

  @Post()
  @RequirePermission('calls:write')
  echo(@Body() body: unknown, @Req() request: FastifyRequest) {
    return { body, type: request.headers['content-type'] };
  }

  @Delete(':id')
  @Public()
  remove(@Param('id') id: string) {
    return { id };
  }
}

@RawRoutes()
@Injectable()
class RawGreetings implements RawRoutesSource {
  rawRoutes(): RawRoute[] {
    return [{ path: '/raw', bodyLimit: 1_000, answer: (request) => this.answer(request) }];
  }

  private async answer({ body, ...request }: RawHttpRequest): Promise<RawAnswer> {
    const fault = faults[request.parameter ?? ''];
    if (fault) throw fault();
    return { contentType: 'application/json', body: JSON.stringify({ ...request, bytes: body.toString('hex') }) };
  }
}

/** `Bearer camille` or the cookie `camille` next to the token `csrf`; whoever else is refused. */
@Injectable()
export class GreetingAuthenticator extends Authenticator {
  userOfCookie(): Promise<null> {
    return Promise.resolve(null);
  }

  readonly presented: PresentedCredentials[] = [];

  override authenticate(presented: PresentedCredentials): Promise<Identity | null> {
    this.presented.push(presented);
    const { authorization, sessionCookie, csrfToken } = presented;
    if (authorization === undefined && sessionCookie === undefined) return Promise.resolve(null);
    if (authorization === undefined && csrfToken !== 'csrf') return Promise.reject(new CsrfRefused());
    if ((authorization ?? `Bearer ${sessionCookie}`) !== 'Bearer camille') return Promise.reject(new TokenRefused());
    const permissions = ['calls:write'] as const;
    const actor = { id: 'camille', kind: 'user', role: 'MEMBER', permissions } as const;
    return Promise.resolve({ actor, workspaceId: 'a workspace', access: 'tenant', locale: 'en' });
  }
}

@Module({
  controllers: [GreetingsController],
  providers: [
    RawGreetings,
    ContextFactory,
    GreetingAuthenticator,
    { provide: Authenticator, useExisting: GreetingAuthenticator },
  ],
})
class GreetingModule {}

export interface GreetingApp {
  app: NestFastifyApplication;
  client: ApiClient;
  authenticator: GreetingAuthenticator;
  lines: (Record<string, unknown> & { event: string })[];
}

/** The smallest server that has everything of `createHttpApplication`, on a free port. */
export async function startGreetings(env: Record<string, string> = {}): Promise<GreetingApp> {
  const config = Config.read({ NODE_ENV: 'test', ...env });
  const lines: GreetingApp['lines'] = [];
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as GreetingApp['lines'][number]) };
  const log = new AppLogger({ level: 'debug', destination });
  const root: DynamicModule = {
    module: GreetingModule,
    imports: [ConfigModule.with(config), ObservabilityModule.with(log)],
  };
  const app = await createHttpApplication(root, { config, logger: false });
  await app.listen(0, '127.0.0.1');
  return { app, client: new ApiClient(await app.getUrl()), authenticator: app.get(GreetingAuthenticator), lines };
}
