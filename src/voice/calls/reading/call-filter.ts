import type { CallDirection, CallOutcome, CallStatus } from '../merge/call-status.js';
import { searchQuery } from '../search/search-words.js';

/** Which calls: everything given must hold. Ids are the database's. */
export interface CallFilter {
  assistantId?: string | null | undefined;
  contactId?: string | null | undefined;
  status?: CallStatus | null | undefined;
  statuses?: readonly CallStatus[] | null | undefined;
  outcome?: CallOutcome | null | undefined;
  direction?: CallDirection | null | undefined;
  /** E.164, of either party. */
  number?: string | null | undefined;
  /** Began then or later. */
  from?: Date | null | undefined;
  /** Began before. */
  to?: Date | null | undefined;
  search?: string | null | undefined;
}

/** The newest calls that a search looks through before the other conditions are asked. */
const mostFound = 10_000;

/** Conditions over `calls c`, with their values. */
export interface Conditions {
  text: string;
  values: unknown[];
}

/** @param workspaceId null for a platform ADMIN, who reads across workspaces. */
export function conditionsOf(filter: CallFilter, workspaceId: string | null): Conditions {
  const values: unknown[] = [];
  const conditions: string[] = [];
  const hold = (value: unknown, condition: (place: string) => string) => {
    if (value !== null && value !== undefined) conditions.push(condition(`$${values.push(value)}`));
  };
  hold(workspaceId, (place) => `c.workspace_id = ${place}::uuid`);
  hold(filter.assistantId, (place) => `c.assistant_id = ${place}::uuid`);
  hold(filter.contactId, (place) => `c.contact_id = ${place}::uuid`);
  hold(filter.status, (place) => `c.status = ${place}`);
  hold(filter.statuses, (place) => `c.status = ANY(${place}::text[])`);
  hold(filter.outcome, (place) => `c.outcome = ${place}`);
  hold(filter.direction, (place) => `c.direction = ${place}`);
  hold(filter.number, (place) => `(c.from_number = ${place} OR c.to_number = ${place})`);
  hold(filter.from, (place) => `c.began_at >= ${place}::timestamptz`);
  hold(filter.to, (place) => `c.began_at < ${place}::timestamptz`);
  hold(queryOf(filter.search), (place) => `c.id = ANY(ARRAY(SELECT search_calls(${place}, ${mostFound})))`);
  return { text: conditions.join(' AND ') || 'true', values };
}

/** A search without any word is none. */
function queryOf(search: string | null | undefined): string | null {
  return search === null || search === undefined ? null : searchQuery(search);
}
