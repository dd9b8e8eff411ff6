import { Injectable } from '@nestjs/common';
import { AgentsService } from '../../agents/index.js';
import { Config } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, type Locale } from '../../kernel/errors/index.js';
import { redirectAddress } from '../authorization/redirect-address.js';
import { ConnectorRegistry } from '../connector.registry.js';
import type { AgentShare, Connector } from '../core/connector.js';
import { IntegrationNotFound } from '../integrations.errors.js';
import type { IntegrationType } from './graphql/integration.type.js';
import { toIntegrationType, toWithdrawnType } from './to-integration-type.js';

/** What there is to be connected with, in the reader's language. */
@Injectable()
export class IntegrationsService {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly agents: AgentsService,
    private readonly config: Config,
  ) {}

  /** A connector in the reader's language. */
  present(ctx: RequestContext, connector: Connector): IntegrationType {
    return toIntegrationType(connector, this.readerOf(ctx));
  }

  /** In order of name; a search looks at names, keys, categories and descriptions, without regard to case and accents. */
  async list(ctx: RequestContext, search?: string | null): Promise<Connector[]> {
    const connectors = await this.registry.all();
    const wanted = plain(search ?? '');
    if (wanted === '') return connectors;
    return connectors.filter(({ key, name, category, description }) => {
      const texts = [key, name, inLocale(category, ctx.locale), inLocale(description, ctx.locale)];
      return texts.some((text) => plain(text).includes(wanted));
    });
  }

  /** @throws IntegrationNotFound */
  async get(key: string): Promise<Connector> {
    const connector = await this.registry.find(key);
    if (!connector) throw new IntegrationNotFound(key);
    return connector;
  }

  /** The connectors of one agent, in order of name. */
  async ofAgent(agentKey: string): Promise<Connector[]> {
    return (await this.registry.all()).filter(({ agents }) => agentKey in agents);
  }

  /** The connector of a stored connection, or what is told of one that is not offered any more. */
  async presentStored(ctx: RequestContext, key: string): Promise<IntegrationType> {
    const connector = await this.registry.find(key);
    return connector ? this.present(ctx, connector) : toWithdrawnType(key, this.readerOf(ctx));
  }

  /** What each agent, or one of them, gets of a connector; nothing of one that is not offered. @throws AgentNotFound */
  async shares(ctx: RequestContext, key: string, agentId?: string | null): Promise<[string, AgentShare][]> {
    const shares = Object.entries((await this.registry.find(key))?.agents ?? {});
    if (typeof agentId !== 'string') return shares;
    const agent = await this.agents.get(ctx, agentId);
    return shares.filter(([agentKey]) => agentKey === agent.key);
  }

  private readerOf({ locale }: RequestContext): { locale: Locale; redirectUrl: string } {
    return { locale, redirectUrl: redirectAddress(this.config) };
  }
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
