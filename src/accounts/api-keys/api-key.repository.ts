import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import { ApiKey } from './api-key.entity.js';

export type NewApiKey = Pick<
  ApiKey,
  'id' | 'workspaceId' | 'name' | 'prefix' | 'secretHash' | 'permissions' | 'createdBy' | 'expiresAt'
>;

@Injectable()
export class ApiKeyRepository {
  async insert(ctx: RequestContext, key: NewApiKey): Promise<ApiKey> {
    await managerOf(ctx).insert(ApiKey, { ...key, lastUsedAt: null, revokedAt: null });
    return managerOf(ctx).findOneByOrFail(ApiKey, { id: key.id, workspaceId: ctx.workspaceId });
  }

  /** Those that were not revoked, newest first; of all workspaces with access `admin`. */
  findLive(ctx: RequestContext): Promise<ApiKey[]> {
    const scope = ctx.access === 'admin' ? {} : { workspaceId: ctx.workspaceId };
    return managerOf(ctx).find(ApiKey, { where: { ...scope, revokedAt: IsNull() }, order: { id: 'DESC' } });
  }

  find(ctx: RequestContext, id: string): Promise<ApiKey | null> {
    const scope = ctx.access === 'admin' ? {} : { workspaceId: ctx.workspaceId };
    return managerOf(ctx).findOneBy(ApiKey, { ...scope, id, revokedAt: IsNull() });
  }

  async revoke(ctx: RequestContext, id: string, at: Date): Promise<void> {
    await managerOf(ctx).update(ApiKey, { id, workspaceId: ctx.workspaceId }, { revokedAt: at });
  }

  /** @returns the ids of the keys that were live until now. */
  async revokeOfCreator(ctx: RequestContext, userId: string, at: Date): Promise<string[]> {
    const rows = await sql<{ id: string }>(
      ctx,
      `UPDATE api_keys SET revoked_at = $3 WHERE workspace_id = $1 AND created_by = $2 AND revoked_at IS NULL
       RETURNING id`,
      [ctx.workspaceId, userId, at],
    );
    return rows.map((row) => row.id);
  }
}
