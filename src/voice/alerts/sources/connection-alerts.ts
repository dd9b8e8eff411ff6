import { Injectable } from '@nestjs/common';
import { connectionExpired, ConnectionStates, type ConnectionState } from '../../../integrations/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { OnEvent } from '../../../kernel/events/index.js';
import type { NewAlert } from '../alert.js';
import { Alerts } from '../alerts.service.js';
import type { AlertSource } from './alert-source.js';

/** A connection expires; it is over once it works again, or is disconnected. */
@Injectable()
export class ConnectionAlerts implements AlertSource {
  constructor(
    private readonly states: ConnectionStates,
    private readonly alerts: Alerts,
  ) {}

  @OnEvent(connectionExpired)
  async tell(ctx: RequestContext, { connectionId }: { connectionId: string }): Promise<void> {
    const [connection] = (await this.states.expiredAnd(ctx, [])).filter(({ id }) => id === connectionId);
    if (connection) await this.alerts.raise(ctx, expired(connection));
  }

  async review(ctx: RequestContext): Promise<void> {
    const open = await this.alerts.openOfKind(ctx, 'CONNECTION_EXPIRED');
    const states = await this.states.expiredAnd(
      ctx,
      open.map(({ key }) => key),
    );
    for (const connection of states.filter(isExpired)) await this.alerts.raise(ctx, expired(connection));
    for (const { kind, key } of open) {
      const connection = states.find(({ id }) => id === key);
      if (!connection || isWell(connection)) await this.alerts.resolve(ctx, { kind, key });
    }
  }
}

function isExpired({ status }: ConnectionState): boolean {
  return status === 'EXPIRED';
}

/** New credentials that nobody has tried, and a vendor that cannot be reached, prove nothing. */
function isWell({ status }: ConnectionState): boolean {
  return status === 'CONNECTED' || status === 'DISCONNECTED';
}

function expired({ id, globalId, label }: ConnectionState): NewAlert {
  return {
    kind: 'CONNECTION_EXPIRED',
    key: id,
    targetId: globalId,
    message: {
      en: `${label} no longer accepts the sign-in of your connection.`,
      fr: `${label} n’accepte plus l’autorisation de votre connexion.`,
    },
    advice: {
      en: `Open the integration ${label} and sign in again (startIntegrationAuthorization), or enter new credentials and test them. Until then agents and assistants cannot work with it.`,
      fr: `Ouvrez l’intégration ${label} et connectez-vous à nouveau (startIntegrationAuthorization), ou saisissez de nouveaux identifiants et testez-les. D’ici là, les agents et les assistants ne peuvent pas s’en servir.`,
    },
  };
}
