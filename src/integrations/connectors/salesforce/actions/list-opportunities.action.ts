import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { opportunityFields, opportunitySchema, opportunityScope, scopeConditions } from '../opportunity.js';
import { cursorField, runQuery } from '../query.js';
import { recordId } from '../record.js';
import { containing, quoted, where } from '../soql.js';

export const listOpportunities = defineAction({
  key: 'list_opportunities',
  effect: 'READ',
  description: {
    en: 'Lists opportunities, those that close first at the top. 200 a page.',
    fr: 'Liste les opportunités, celles qui se clôturent en premier d’abord. 200 par page.',
  },
  input: opportunityScope.extend({
    status: z.enum(['open', 'won', 'lost', 'all']).default('open'),
    stageName: z.string().max(255).optional(),
    nameContains: z.string().min(2).max(120).optional(),
    accountId: recordId.optional(),
    limit: z.int().min(1).max(2_000).default(200),
    cursor: cursorField,
  }),
  output: z.object({ totalSize: z.int(), items: z.array(opportunitySchema), nextCursor: z.string().nullable() }),
  run(client, { status, stageName, nameContains, accountId, limit, cursor, ...scope }) {
    const conditions = where([
      statusConditions[status],
      stageName && `StageName = ${quoted(stageName)}`,
      nameContains && `Name LIKE ${containing(nameContains)}`,
      accountId && `AccountId = ${quoted(accountId)}`,
      ...scopeConditions(scope),
    ]);
    const soql = `SELECT ${opportunityFields} FROM Opportunity${conditions} ORDER BY CloseDate, Id LIMIT ${limit}`;
    return runQuery(client, { soql, cursor }, opportunitySchema);
  },
});

const statusConditions = {
  open: 'IsClosed = false',
  won: 'IsWon = true',
  lost: 'IsClosed = true AND IsWon = false',
  all: undefined,
};
