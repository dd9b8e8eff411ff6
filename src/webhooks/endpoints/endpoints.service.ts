import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { newToken } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { InvalidInput, parseInput } from '../../kernel/errors/index.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { UnknownWebhookSource, WebhookEndpointNotFound } from '../webhooks.errors.js';
import { EndpointRepository, type EndpointRow } from './endpoint.repository.js';
import { EndpointSecrets } from './endpoint-secrets.js';

/** An endpoint with the secret that is shown this once. */
export interface NewSecret {
  endpoint: EndpointRow;
  secret: string;
}

/** Hours that the old secret stays valid after a rotation. */
const overlap = { standard: 24, most: 24 * 30 };

/** Endpoints of a workspace: addresses of its own that platforms send to, each with a secret of its own. */
@Injectable()
export class EndpointsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly endpoints: EndpointRepository,
    private readonly secrets: EndpointSecrets,
    private readonly sources: WebhookSourceRegistry,
    private readonly audit: AuditTrail,
    private readonly config: Config,
  ) {}

  list(ctx: RequestContext): Promise<EndpointRow[]> {
    return this.unitOfWork.run(ctx, (tx) =>
      ctx.access === 'admin' ? this.endpoints.listAcrossTenants(tx) : this.endpoints.list(tx),
    );
  }

  /** @throws WebhookEndpointNotFound */
  async get(ctx: RequestContext, id: string): Promise<EndpointRow> {
    const row = await this.unitOfWork.run(ctx, (tx) => this.endpoints.find(tx, id));
    if (!row) throw new WebhookEndpointNotFound(id);
    return row;
  }

  /**
   * @param settings How the platform signs, where it can be set: validated by the source.
   * @throws UnknownWebhookSource, InvalidInput
   */
  async create(ctx: RequestContext, source: string, settings: unknown = {}): Promise<NewSecret> {
    assertWorkspaceEntered(ctx);
    const known = this.sources.find(source);
    if (!known) throw new UnknownWebhookSource(this.sources.all().map(({ name }) => name));
    const accepted = parseInput(known.settings, settings, 'settings');
    const id = uuidv7();
    const secret = newToken('whsec_');
    const sealed = this.secrets.seal(ctx.workspaceId, id, secret);
    return this.unitOfWork.run(ctx, async (tx) => {
      const endpoint = await this.endpoints.insert(tx, { id, source, secret: sealed, settings: accepted });
      await this.record(tx, 'created', endpoint);
      return { endpoint, secret };
    });
  }

  /** @throws WebhookEndpointNotFound, InvalidInput */
  async rotate(ctx: RequestContext, id: string, overlapHours: number = overlap.standard): Promise<NewSecret> {
    assertWorkspaceEntered(ctx);
    if (overlapHours < 0 || overlapHours > overlap.most) throw new OverlapOutOfRange();
    const secret = newToken('whsec_');
    const sealed = this.secrets.seal(ctx.workspaceId, id, secret);
    const previousValidUntil = new Date(Date.now() + overlapHours * 3_600_000);
    return this.unitOfWork.run(ctx, async (tx) => {
      const endpoint = await this.endpoints.rotate(tx, id, { secret: sealed, previousValidUntil });
      if (!endpoint) throw new WebhookEndpointNotFound(id);
      await this.record(tx, 'rotated', endpoint);
      return { endpoint, secret };
    });
  }

  /** @throws WebhookEndpointNotFound */
  async delete(ctx: RequestContext, id: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      const endpoint = await this.endpoints.find(tx, id);
      if (!endpoint || !(await this.endpoints.delete(tx, id))) throw new WebhookEndpointNotFound(id);
      await this.record(tx, 'deleted', endpoint);
    });
  }

  /** Where the platform is to send: the source's first route with the endpoint's id. */
  urlOf({ id, source }: Pick<EndpointRow, 'id' | 'source'>): string {
    const { publicUrl, port } = this.config.get(runtimeConfig);
    const route = this.sources.find(source)?.routes[0] ?? '';
    return `${publicUrl ?? `http://localhost:${port}`}${route}/${id}`;
  }

  private record(
    ctx: RequestContext,
    what: 'created' | 'rotated' | 'deleted',
    { id, source }: EndpointRow,
  ): Promise<void> {
    return this.audit.record(ctx, {
      action: `webhook_endpoint.${what}`,
      targetId: `endpoint_${id}`,
      details: { source },
    });
  }
}

class OverlapOutOfRange extends InvalidInput {
  constructor() {
    const message = {
      en: `Choose between 0 and ${overlap.most} hours.`,
      fr: `Choisissez entre 0 et ${overlap.most} heures.`,
    };
    super('WEBHOOKS.OVERLAP_OUT_OF_RANGE', message, [{ path: 'overlapHours', message }]);
  }
}
