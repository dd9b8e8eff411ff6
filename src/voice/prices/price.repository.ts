import { Injectable } from '@nestjs/common';
import { deploymentWorkspaceId, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql, workspaceOf } from '../../kernel/database/index.js';
import type { Price } from './price.js';

export interface PriceRow extends Price {
  [column: string]: unknown;
  id: string;
  /** Where a price that came with this server was read. */
  source: string | null;
}

const columns = `id, item, unit, price::text AS price, currency, valid_from AS "validFrom", source,
  workspace_id = '${deploymentWorkspaceId}' AS shared`;
const visible = `($1::uuid IS NULL OR workspace_id IN ($1, '${deploymentWorkspaceId}'))`;

const list = {
  name: 'prices-list',
  text: `SELECT ${columns} FROM prices WHERE ${visible} ORDER BY item, shared, valid_from DESC, id LIMIT 2000`,
};
const find = { name: 'prices-find', text: `SELECT ${columns} FROM prices WHERE ${visible} AND id = $2` };
const valid = {
  name: 'prices-valid',
  text: `SELECT DISTINCT ON (workspace_id, item) ${columns} FROM prices
    WHERE workspace_id IN ($1, '${deploymentWorkspaceId}') AND valid_from <= $2
    ORDER BY workspace_id, item, valid_from DESC`,
};
const upsert = {
  name: 'prices-set',
  text: `INSERT INTO prices (id, workspace_id, item, unit, price, currency, valid_from) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (workspace_id, item, valid_from)
      DO UPDATE SET unit = excluded.unit, price = excluded.price, currency = excluded.currency, source = NULL
    RETURNING ${columns}`,
};

/** The table of prices. A workspace sees its own and the deployment's, and writes its own. */
@Injectable()
export class PriceRepository {
  /** By item; of each the workspace's own first, and those that count last first. All of them for a platform ADMIN. */
  list(ctx: RequestContext): Promise<PriceRow[]> {
    return sql<PriceRow>(ctx, list, [workspaceOf(ctx)]);
  }

  async find(ctx: RequestContext, id: string): Promise<PriceRow | null> {
    const [row = null] = await sql<PriceRow>(ctx, find, [workspaceOf(ctx), id]);
    return row;
  }

  /** Of every item the one of the workspace and the one of the deployment that count at a moment. */
  validAt(ctx: RequestContext, at: Date): Promise<PriceRow[]> {
    return sql<PriceRow>(ctx, valid, [ctx.workspaceId, at]);
  }

  /** In place of what the workspace had said for the same moment. */
  async set(ctx: RequestContext, price: Omit<Price, 'shared'>): Promise<PriceRow> {
    const { item, unit, price: amount, currency, validFrom } = price;
    const values = [uuidv7(), ctx.workspaceId, item, unit, amount, currency, validFrom];
    const [row] = await sql<PriceRow>(ctx, upsert, values);
    if (!row) throw new Error('The price that was set cannot be read.');
    return row;
  }
}
