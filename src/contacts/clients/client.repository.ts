import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import { searchPatterns } from '../search-patterns.js';
import { Client } from './client.entity.js';

const upsertByName = {
  name: 'clients-upsert-by-name',
  text: `INSERT INTO clients (id, workspace_id, name, email) VALUES ($1, $2, $3, $4)
    ON CONFLICT (workspace_id, lower(name)) DO UPDATE
      SET email = coalesce(excluded.email, clients.email),
          updated_at = CASE WHEN coalesce(excluded.email, clients.email) IS DISTINCT FROM clients.email THEN now() ELSE clients.updated_at END
    RETURNING id`,
};

@Injectable()
export class ClientRepository {
  /** @returns the id of the client with this name, whatever the case; an address given replaces the known one. */
  async upsertByName(ctx: RequestContext, name: string, email: string | null): Promise<string> {
    const [row] = await sql<{ id: string }>(ctx, upsertByName, [uuidv7(), ctx.workspaceId, name, email]);
    if (!row) throw new Error('An upsert returned no row.');
    return row.id;
  }

  findById(ctx: RequestContext, id: string): Promise<Client | null> {
    return managerOf(ctx).findOneBy(Client, { ...visible(ctx), id });
  }

  findByIds(ctx: RequestContext, ids: readonly string[]): Promise<Client[]> {
    return managerOf(ctx).findBy(Client, { ...visible(ctx), id: In([...ids]) });
  }

  /** @param atMost keeps an agency's list from growing without bounds. */
  findAll(ctx: RequestContext, atMost: number): Promise<Client[]> {
    return managerOf(ctx).find(Client, { where: visible(ctx), order: { name: 'ASC', id: 'ASC' }, take: atMost });
  }

  /** Those whose name holds the words, whatever accents and case. */
  async findIdsByName(ctx: RequestContext, search: string, atMost: number): Promise<string[]> {
    const pattern = searchPatterns(search)?.text;
    if (pattern === undefined) return [];
    const rows = await managerOf(ctx)
      .createQueryBuilder(Client, 'client')
      .select('client.id')
      .where(visible(ctx))
      .andWhere('fold_text(client.name) LIKE fold_text(:pattern)', { pattern })
      .take(atMost)
      .getMany();
    return rows.map(({ id }) => id);
  }

  async setEmail(ctx: RequestContext, id: string, email: string | null): Promise<void> {
    await managerOf(ctx).update(Client, { workspaceId: ctx.workspaceId, id }, { email });
  }
}

/** A platform ADMIN outside any workspace reads those of all. */
function visible(ctx: RequestContext): { workspaceId?: string } {
  return ctx.access === 'admin' ? {} : { workspaceId: ctx.workspaceId };
}
