import type { Secret } from '../../kernel/config/index.js';
import { jsonReply } from '../../kernel/http/index.js';
import type { TokenRequest, TokenService } from '../core/access-grant.js';
import type { Connector } from '../core/connector.js';
import { assertDeclaredHost } from '../core/declared-host.js';
import { judgeOf } from './judge-of.js';
import { recorded } from './recorded.js';
import type { VendorJournal } from './vendor-journal.js';
import type { VendorNetwork } from './vendor-network.js';

export interface TokenClientParts {
  readonly connector: Connector;
  readonly network: VendorNetwork;
  readonly journal: VendorJournal;
  /** Blacked out wherever they come back. */
  readonly secrets: readonly Secret[];
  readonly now?: (() => Date) | undefined;
}

const requestLimitMs = 10_000;

/** A vendor's token service as one connection sees it. A code or a refresh token may count once, so nothing is repeated. */
export class TokenClient implements TokenService {
  constructor(private readonly parts: TokenClientParts) {}

  async ask<T>(request: TokenRequest<T>): Promise<T> {
    const { connector, network, journal, secrets } = this.parts;
    const { method = 'POST', headers, form, json } = request;
    const url = new URL(request.url);
    assertDeclaredHost(url, connector.hosts);
    const target = { name: connector.key, title: connector.name, secrets, judge: judgeOf(connector) };
    const query = { ...Object.fromEntries(url.searchParams), ...request.query };
    const body = form ? { form } : json === undefined ? undefined : { json };
    const reply = 'accept' in request.reply ? request.reply : jsonReply(request.reply);
    const options = { retries: 0, timeoutMs: requestLimitMs };
    const { body: answer } = await recorded('token', journal, () =>
      network.send(url, target, { method, query, headers, body, reply, ...options }),
    );
    return answer;
  }

  now(): Date {
    return this.parts.now?.() ?? new Date();
  }
}
