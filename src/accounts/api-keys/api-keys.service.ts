import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { assertWorkspaceEntered, isPermission } from '../../kernel/auth/index.js';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { hashToken } from '../../kernel/crypto/index.js';
import { afterCommit, UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { apiKeyPrefix } from '../global-id-prefixes.js';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { LiveAccess } from '../sessions/live-access.js';
import { displayName } from '../users/account-rules.js';
import type { ApiKey } from './api-key.entity.js';
import { newApiKeySecret } from './api-key-secret.js';
import { ApiKeyRepository } from './api-key.repository.js';
import { ApiKeyNotFound, PermissionNotHeld, UnknownPermission } from './api-keys.errors.js';

export interface ApiKeyWish {
  name: string;
  permissions: readonly string[];
  expiresAt?: Date | null | undefined;
}

@Injectable()
export class ApiKeysService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: ApiKeyRepository,
    private readonly liveAccess: LiveAccess,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a key whose secret is returned once and never again.
   *
   * @throws UnknownPermission, PermissionNotHeld
   */
  async create(ctx: RequestContext, wish: ApiKeyWish): Promise<{ apiKey: ApiKey; secret: string }> {
    const { name, permissions, expiresAt } = parseInput(this.wishSchema(), wish, 'createApiKey');
    assertGrantable(ctx, permissions);
    const { secret, prefix } = newApiKeySecret();
    assertWorkspaceEntered(ctx);
    const apiKey = await this.unitOfWork.run(ctx, async (tx) => {
      const id = uuidv7();
      const { workspaceId } = tx;
      const createdBy = ctx.actor.userId ?? null;
      const key = { id, workspaceId, name, prefix, secretHash: hashToken(secret), permissions, createdBy, expiresAt };
      const made = await this.repository.insert(tx, key);
      const details = { name, prefix, permissions };
      await this.audit.record(tx, { action: 'api_key.created', targetId: toGlobalId(apiKeyPrefix, id), details });
      return made;
    });
    return { apiKey, secret };
  }

  list(ctx: RequestContext): Promise<ApiKey[]> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.findLive(tx));
  }

  find(ctx: RequestContext, id: string): Promise<ApiKey | null> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.find(tx, id));
  }

  /** @throws ApiKeyNotFound */
  async revoke(ctx: RequestContext, id: string): Promise<void> {
    assertWorkspaceEntered(ctx);
    await this.unitOfWork.run(ctx, async (tx) => {
      const key = await this.repository.find(tx, id);
      if (!key) throw new ApiKeyNotFound(id);
      await this.repository.revoke(tx, id, this.clock.now());
      const details = { name: key.name, prefix: key.prefix };
      await this.audit.record(tx, { action: 'api_key.revoked', targetId: toGlobalId(apiKeyPrefix, id), details });
      afterCommit(tx, () => this.liveAccess.forgetKey(id));
    });
  }

  private wishSchema() {
    const now = this.clock.now();
    return z.object({
      name: displayName,
      permissions: z
        .array(z.string().max(64))
        .min(1, 'Give the key at least one permission. | Donnez au moins une permission à la clé.')
        .max(100)
        .transform((names) => [...new Set(names)]),
      expiresAt: z
        .date()
        .refine((date) => date > now, 'Choose a moment in the future. | Choisissez une date à venir.')
        .nullish()
        .transform((date) => date ?? null),
    });
  }
}

function assertGrantable({ actor }: RequestContext, wanted: readonly string[]): void {
  const unknown = wanted.filter((name) => !isPermission(name));
  if (unknown.length > 0) throw new UnknownPermission(unknown);
  const missing = wanted.filter((name) => !actor.permissions.includes(name));
  if (missing.length > 0) throw new PermissionNotHeld(missing);
}
