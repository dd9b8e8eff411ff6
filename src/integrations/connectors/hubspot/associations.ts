import { z } from 'zod';
import { recordId } from './crm-record.js';

/** https://developers.hubspot.com/docs/api-reference/latest/crm/associations/association-details#association-type-ids */
const typeIds = {
  dealToContact: 3,
  dealToCompany: 341,
  noteToContact: 202,
  noteToCompany: 190,
  noteToDeal: 214,
  taskToContact: 204,
  taskToCompany: 192,
  taskToDeal: 216,
} as const;

/** The records that a new one is linked to. */
export const linkedIds = z.array(recordId).max(50).optional();

/** Links that are made together with a record. */
export function linksTo(kind: keyof typeof typeIds, ids: readonly string[] | undefined) {
  const types = [{ associationCategory: 'HUBSPOT_DEFINED', associationTypeId: typeIds[kind] }];
  return (ids ?? []).map((id) => ({ to: { id }, types }));
}

/** Absent where there are none. */
export function associations(...links: ReturnType<typeof linksTo>[]) {
  const all = links.flat();
  return all.length > 0 ? all : undefined;
}
