import type { INestApplicationContext } from '@nestjs/common';
import { systemContext, type RequestContext } from '../../src/kernel/context/index.js';
import { sql, UnitOfWork } from '../../src/kernel/database/index.js';
import { splitGlobalId } from '../../src/kernel/graphql/index.js';
import type { Person } from './people.js';

/** Of the workspace that a person has signed up with. */
export function contextOf({ workspaceId }: Pick<Person, 'workspaceId'>): RequestContext {
  return systemContext({ actor: 'test', workspaceId: splitGlobalId(workspaceId)?.id });
}

/** Statements in that workspace, of one application. */
export function inWorkspacesOf(app: () => INestApplicationContext) {
  return <Row extends Record<string, unknown>>(person: Person, text: string, values: unknown[] = []): Promise<Row[]> =>
    app()
      .get(UnitOfWork, { strict: false })
      .run(contextOf(person), (tx) => sql<Row>(tx, text, values));
}

/** The database's id in one of GraphQL. */
export function uuidOf(globalId: string): string {
  return splitGlobalId(globalId)?.id ?? '';
}
