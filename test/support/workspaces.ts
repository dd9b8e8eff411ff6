import type { DataSource } from 'typeorm';
// Entities of other modules name these two by foreign keys.
import '../../src/accounts/users/user.entity.js';
import '../../src/accounts/workspaces/workspace.entity.js';
import { systemContext, uuidv7, type RequestContext } from '../../src/kernel/context/index.js';
import { sql, UnitOfWork } from '../../src/kernel/database/index.js';

export interface WorkspaceOptions {
  name?: string;
  locale?: string;
  timeZone?: string;
  currency?: string;
}

/** A new workspace, as the context of this server acting in it. */
export async function createWorkspace(dataSource: DataSource, options: WorkspaceOptions = {}): Promise<RequestContext> {
  const { name = 'Le Gourmet', locale = 'fr-FR', timeZone = 'Europe/Paris', currency = 'EUR' } = options;
  const workspaceId = uuidv7();
  await new UnitOfWork(dataSource).run(systemContext({ actor: 'test', access: 'accounts' }), (tx) =>
    sql(tx, 'INSERT INTO workspaces (id, name, locale, time_zone, currency) VALUES ($1, $2, $3, $4, $5)', [
      workspaceId,
      name,
      locale,
      timeZone,
      currency,
    ]),
  );
  return systemContext({ actor: 'test', workspaceId });
}

/** Reads across workspaces, as a platform ADMIN who has entered none. */
export function adminContext(): RequestContext {
  return systemContext({ actor: 'test', access: 'admin' });
}
