import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { validate as isUuid } from 'uuid';
import { EndpointSecrets } from '../endpoints/endpoint-secrets.js';
import type { EndpointRow } from '../endpoints/endpoint.repository.js';
import { IntakeUnavailable } from '../inbox/inbox.errors.js';
import type { EndpointProof, WebhookSourceContract } from '../webhook-source.js';
import { deploymentAccount } from './endpoint-limits.js';
import { IntakePools } from './intake-pools.js';

/** Opened secrets stay in memory this long at most, so a rotated or deleted endpoint is closed within seconds. */
const lifetimeMs = 5_000;

export interface KnownEndpoint {
  /** The endpoint's id, or `deployment`. */
  account: string;
  /** Null on the deployment's endpoint: there the event itself tells. */
  workspaceId: string | null;
  proof: EndpointProof;
}

type StoredEndpoint = Omit<EndpointRow, 'lastEventAt' | 'createdAt'>;

/** Finds what a request to an endpoint must prove; the only look-up that precedes the signature. */
@Injectable()
export class EndpointDirectory {
  readonly #known = new LRUCache<string, { endpoint: KnownEndpoint | null }>({ max: 5_000, ttl: lifetimeMs });

  constructor(
    private readonly pools: IntakePools,
    private readonly secrets: EndpointSecrets,
  ) {}

  /** @returns null for an unknown endpoint, and for a deployment that has no secret for the source. */
  find(
    source: WebhookSourceContract,
    endpointId: string | undefined,
  ): KnownEndpoint | null | Promise<KnownEndpoint | null> {
    if (endpointId === undefined) return deploymentEndpoint(source);
    const known = this.#known.get(`${source.name}/${endpointId}`);
    return known ? known.endpoint : this.lookUp(source, endpointId);
  }

  private async lookUp(source: WebhookSourceContract, endpointId: string): Promise<KnownEndpoint | null> {
    const id = endpointId.replace(/^endpoint_/, '');
    const row = isUuid(id) ? await this.read(id, source.name) : undefined;
    const endpoint = row
      ? { account: row.id, workspaceId: row.workspaceId, proof: await this.proofOf(source, row) }
      : null;
    this.#known.set(`${source.name}/${endpointId}`, { endpoint });
    return endpoint;
  }

  private async read(id: string, source: string): Promise<StoredEndpoint | undefined> {
    try {
      const { rows } = await this.pools.replies.query<StoredEndpoint>({ ...lookUp, values: [id, source] });
      return rows[0];
    } catch (error) {
      throw new IntakeUnavailable(error);
    }
  }

  private async proofOf(source: WebhookSourceContract, row: StoredEndpoint): Promise<EndpointProof> {
    const ofAccount = (await source.accountSecrets?.(row.workspaceId)) ?? [];
    return { secrets: [...this.secrets.liveSecrets(row), ...ofAccount], settings: source.settings.parse(row.settings) };
  }
}

const lookUp = {
  name: 'webhook-endpoint-look-up',
  text: `SELECT id, workspace_id AS "workspaceId", source, secret, previous_secret AS "previousSecret",
      previous_valid_until AS "previousValidUntil", settings
    FROM webhook_endpoints WHERE id = $1 AND source = $2 AND deleted_at IS NULL`,
};

function deploymentEndpoint(source: WebhookSourceContract): KnownEndpoint | null {
  const proof = source.deploymentProof();
  return proof.secrets.length === 0 ? null : { account: deploymentAccount, workspaceId: null, proof };
}
