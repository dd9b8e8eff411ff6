import type { TwilioWorld } from '../twilio-world.js';
import { notFound, TwilioRefusal, unauthenticated } from '../twilio-refusal.js';
import type { TwilioReceived, TwilioReply, TwilioRequest, TwilioRoute } from './twilio-request.js';

interface Compiled extends TwilioRoute {
  readonly pattern: RegExp;
}

/** Finds who answers a request, and who asks. */
export class TwilioRoutes {
  readonly #routes: readonly Compiled[];

  constructor(
    private readonly world: TwilioWorld,
    routes: readonly TwilioRoute[],
  ) {
    this.#routes = routes.map((route) => ({ ...route, pattern: patternOf(route.path) }));
  }

  /** @throws TwilioRefusal */
  async answer(received: TwilioReceived, isStale: boolean): Promise<TwilioReply> {
    const account = this.signIn(received.headers.authorization);
    const { path, search, form, method, host } = received;
    const served = this.#routes.filter((each) => isServedAt(each, host) && each.pattern.test(path));
    if (served.length === 0) throw notFound(path);
    const route = served.find((each) => each.method === method);
    if (!route) throw new TwilioRefusal(405, 20004, 'Method not allowed');
    const parts = partsOf(route.pattern, path);
    const request = { path, search, query: new URLSearchParams(search), form, parts, account, isStale };
    checkAccount(request, method);
    return route.handle(request);
  }

  private signIn(authorization = '') {
    const [scheme, given = ''] = authorization.split(' ');
    const [user = '', ...password] = Buffer.from(given, 'base64').toString('utf8').split(':');
    const account = scheme?.toLowerCase() === 'basic' ? this.world.signIn(user, password.join(':')) : null;
    if (!account) throw unauthenticated();
    return account;
  }
}

/** Of an account that is not active nothing is told but that. */
function checkAccount({ account, parts, path }: TwilioRequest, method: string): void {
  if (parts.account !== undefined && parts.account !== account.sid) throw unauthenticated();
  const { status = 'active' } = account.settings;
  const asksOnlyHow = method === 'GET' && path === `/2010-04-01/Accounts/${account.sid}.json`;
  if (status !== 'active' && !asksOnlyHow) throw new TwilioRefusal(403, 20005, 'Account not active');
}

function isServedAt({ product }: TwilioRoute, host: string): boolean {
  return host === '' || host.split('.')[0] === product;
}

function patternOf(path: string): RegExp {
  const escaped = path.replaceAll('.', '\\.');
  return new RegExp(`^${escaped.replaceAll(/:([a-z]+)/gi, '(?<$1>[^/]+?)')}$`);
}

function partsOf(pattern: RegExp, path: string): Record<string, string> {
  const groups = Object.entries(pattern.exec(path)?.groups ?? {});
  return Object.fromEntries(groups.map(([name, text]) => [name, decodeURIComponent(text)]));
}
