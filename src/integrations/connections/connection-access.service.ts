import { Injectable } from '@nestjs/common';
import type { Secret } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { ConnectionClient, type ClientUse } from '../access/connection-client.js';
import { ConnectionSettings } from '../access/connection-settings.js';
import { limitsOn } from '../access/limits-on.js';
import { TokenClient } from '../access/token-client.js';
import type { VendorCallRecord } from '../access/vendor-journal.js';
import { VendorNetwork } from '../access/vendor-network.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { Connector, PacedRequest } from '../core/connector.js';
import { CredentialValues } from '../core/credential-values.js';
import { Disconnected } from '../integrations.errors.js';
import { ConnectionVault } from '../vault/connection-vault.js';
import type { Connection } from './connection.js';
import { ConnectionGrants, type GrantSubject } from './connection-grants.js';
import { VendorBudget } from './vendor-budget.js';
import { VendorCallLog } from './vendor-call-log.js';

/** Turns a stored connection into a client of its vendor: opens its credentials, keeps its token, paces and records its calls. */
@Injectable()
export class ConnectionAccess {
  constructor(
    private readonly vault: ConnectionVault,
    private readonly grants: ConnectionGrants,
    private readonly network: VendorNetwork,
    private readonly budget: VendorBudget,
    private readonly calls: VendorCallLog,
  ) {}

  /**
   * @throws Disconnected when its credentials are erased.
   * @throws SealBroken, SealedByUnknownKey when they do not open.
   */
  client(
    ctx: RequestContext,
    stored: { connection: Connection; connector: Connector },
    use: ClientUse,
  ): ConnectionClient {
    return this.open(ctx, stored)(use);
  }

  /** Opens its credentials once for any number of clients. @throws what `client` throws. */
  open(
    ctx: RequestContext,
    stored: { connection: Connection; connector: Connector },
  ): (use: ClientUse) => ConnectionClient {
    const subject = this.subject(ctx, stored);
    const { connection, connector } = stored;
    const { mode, values } = subject;
    const limited = { mode: mode.key, settings: new ConnectionSettings(values, undefined) };
    const shared = {
      connector,
      mode,
      values,
      grants: mode.grant && this.grants.keeperOf(subject),
      network: this.network,
      journal: (call: VendorCallRecord) => this.record(ctx, connection, call),
    };
    return (use) => {
      const pace = (request: PacedRequest) =>
        this.budget.spend(ctx, {
          account: connection.id,
          limits: limitsOn(connector, limited, request),
          priority: use.priority,
        });
      return new ConnectionClient({ ...shared, pace }, use);
    };
  }

  /** A newer token before the old one ends, where there is one to be had. @throws HttpFailure, SignInNeeded */
  async renewGrant(ctx: RequestContext, stored: { connection: Connection; connector: Connector }): Promise<void> {
    await this.grants.renewEarly(this.subject(ctx, stored));
  }

  /** The connection with its credentials opened, for whoever deals with tokens. */
  subject(
    ctx: RequestContext,
    { connection, connector }: { connection: Connection; connector: Connector },
  ): GrantSubject {
    if (connection.status === 'DISCONNECTED') throw new Disconnected();
    const mode = connector.auth.find(({ key }) => key === connection.authMode);
    // A mode that a later version took away.
    if (!mode) throw new Disconnected();
    const values = this.opened(connection, mode);
    const tokens = new TokenClient({
      connector,
      network: this.network,
      journal: (call) => this.record(ctx, connection, call),
      secrets: values.secrets,
    });
    return { ctx, connection, connector, mode, values, tokens };
  }

  private opened(connection: Connection, mode: AuthMode): CredentialValues {
    const entered = new Map<string, string | Secret>();
    for (const { key, secret } of mode.fields) {
      const [setting, sealed] = [connection.settings[key]?.value, connection.secrets[key]?.sealed];
      if (secret && sealed !== undefined) entered.set(key, this.vault.open(connection, key, sealed));
      if (!secret && setting !== undefined) entered.set(key, setting);
    }
    return new CredentialValues(mode.fields, entered);
  }

  private record(ctx: RequestContext, connection: Connection, call: VendorCallRecord): void {
    this.calls.record(ctx, connection.id, call);
  }
}
