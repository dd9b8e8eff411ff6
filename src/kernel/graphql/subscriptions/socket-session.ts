import type { IncomingMessage } from 'node:http';
import type { ContextFactory, RequestFacts } from '../../auth/index.js';
import type { RequestContext } from '../../context/index.js';
import { AppError, toLocale } from '../../errors/index.js';
import { csrfHeader, requestIdOf, sessionCookieIn } from '../../web/index.js';
import type { ErrorReader } from '../errors/error-formatter.js';
import { GraphqlContext } from '../request/graphql-context.js';

/** Close codes beyond those of the protocol: https://github.com/enisdenjo/graphql-ws/blob/master/PROTOCOL.md */
export const closeCodes = { tryAgainLater: 1013, unauthorized: 4401, forbidden: 4403, tooSlow: 4408 } as const;

export type CloseSocket = (code: number, reason: string) => void;

/** setTimeout takes 32 bits. */
const longestTimerMs = 2 ** 31 - 1;

/** Who listens on one WebSocket. Proven when it opens, again before every delivery, and over when the proof expires. */
export class SocketSession {
  readonly #facts: RequestFacts;
  #known: RequestContext | undefined;
  #expiry: NodeJS.Timeout | undefined;
  #ended = false;

  constructor(
    private readonly contexts: ContextFactory,
    private readonly upgrade: IncomingMessage,
    private readonly close: CloseSocket,
  ) {
    const { headers } = upgrade;
    this.#facts = {
      requestId: requestIdOf(upgrade),
      sessionCookie: sessionCookieIn(headers.cookie),
      acceptLanguage: headers['accept-language'],
    };
  }

  get reader(): ErrorReader {
    const locale = this.#known?.locale ?? toLocale(this.#facts.acceptLanguage);
    return { locale, requestId: this.#facts.requestId };
  }

  /**
   * @param params What the client sent as `connection_init`: `authorization`, or `csrfToken` next to the cookie.
   * @returns whether the socket may stay; else it is closed.
   */
  async open(params: Readonly<Record<string, unknown>>): Promise<boolean> {
    this.#facts.authorization = text(params.authorization ?? params.Authorization);
    this.#facts.csrfToken = text(params.csrfToken ?? params[csrfHeader]);
    this.#facts.workspaceId = text(params.workspaceId);
    this.#facts.acceptLanguage = text(params.acceptLanguage) ?? this.#facts.acceptLanguage;
    return (await this.refresh()) !== null;
  }

  /**
   * Proves again who listens, and that nothing changed that decided what they may see: whoever lost a role or left the
   * workspace has to come back and ask anew.
   *
   * @returns a context for one delivery, so that nothing is remembered from an earlier one; null once it is over.
   */
  async refresh(): Promise<GraphqlContext | null> {
    const { requestContext, authenticationFault, expiresAt } = await this.contexts.fromRequest(this.#facts);
    if (authenticationFault !== undefined && !(authenticationFault instanceof AppError)) {
      this.close(closeCodes.tryAgainLater, 'Try again later');
      return null;
    }
    if (authenticationFault !== undefined || requestContext.actor.kind === 'anonymous') {
      this.close(closeCodes.unauthorized, 'Unauthorized');
      return null;
    }
    if (this.#known && rightsOf(this.#known) !== rightsOf(requestContext)) {
      this.close(closeCodes.forbidden, 'Rights changed: connect again');
      return null;
    }
    this.#known = requestContext;
    this.#closeAt(expiresAt);
    const { headers, socket } = this.upgrade;
    return new GraphqlContext({ id: this.#facts.requestId, headers, ip: socket.remoteAddress, requestContext });
  }

  end(): void {
    this.#ended = true;
    clearTimeout(this.#expiry);
  }

  #closeAt(moment: Date | undefined): void {
    clearTimeout(this.#expiry);
    // The socket may break while its proof is asked for.
    if (!moment || this.#ended) return;
    const ms = Math.min(Math.max(moment.getTime() - Date.now(), 0), longestTimerMs);
    this.#expiry = setTimeout(() => this.close(closeCodes.unauthorized, 'Token expired'), ms);
  }
}

function rightsOf({ workspaceId, access, actor }: RequestContext): string {
  return JSON.stringify([workspaceId, access, actor.id, actor.role, [...actor.permissions].sort()]);
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
