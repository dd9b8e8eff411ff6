import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig, type Secret } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnknownWebhookSource } from '../webhooks.errors.js';
import type { WebhookSourceContract } from '../webhook-source.js';
import { WebhookSourceRegistry } from '../webhook-source.registry.js';
import { EndpointSecrets } from './endpoint-secrets.js';
import { EndpointsService } from './endpoints.service.js';

/** Where a platform is to send, and the secret that it must prove to have. */
export interface WebhookAddress {
  url: string;
  secret: Secret;
}

/** Our addresses for a platform, for what registers them there. */
@Injectable()
export class WebhookAddresses {
  constructor(
    private readonly endpoints: EndpointsService,
    private readonly secrets: EndpointSecrets,
    private readonly sources: WebhookSourceRegistry,
    private readonly config: Config,
  ) {}

  /** The deployment's own; its secret is null where the environment has none, and the address then closed. */
  deployment(source: string): { url: string; secret: Secret | null } {
    const known = this.require(source);
    const { publicUrl, port } = this.config.get(runtimeConfig);
    const url = `${publicUrl ?? `http://localhost:${port}`}${known.routes[0] ?? ''}`;
    return { url, secret: known.deploymentProof().secrets[0] ?? null };
  }

  /** The workspace's oldest for this platform, with its newest secret; null where it has none. */
  async find(ctx: RequestContext, source: string): Promise<WebhookAddress | null> {
    this.require(source);
    const row = (await this.endpoints.list(ctx)).find((each) => each.source === source);
    const [secret] = row ? this.secrets.liveSecrets(row) : [];
    return row && secret ? { url: this.endpoints.urlOf(row), secret } : null;
  }

  /** As `find`, and opens one where there is none. */
  async open(ctx: RequestContext, source: string): Promise<WebhookAddress> {
    const known = await this.find(ctx, source);
    if (known) return known;
    await this.endpoints.create(ctx, source);
    const made = await this.find(ctx, source);
    if (!made) throw new Error('The endpoint that was just opened is not there.');
    return made;
  }

  private require(source: string): WebhookSourceContract {
    const known = this.sources.find(source);
    if (!known) throw new UnknownWebhookSource(this.sources.all().map(({ name }) => name));
    return known;
  }
}
