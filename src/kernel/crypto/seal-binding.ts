/** Where a sealed value lives. Both layers of encryption are bound to it, so a copy elsewhere does not open. */
export interface SealBinding {
  table: string;
  workspaceId: string;
  /** The agent that the value belongs to, where there is one. */
  agentId?: string | null | undefined;
  recordId: string;
  field: string;
}

const noAgent = '-';

/**
 * The additional authenticated data of a value: `v1|table|workspace|agent or -|record|field`.
 * The wrapping of its data key adds the key id; the inner layer cannot hold it, or a re-wrapped record would not open.
 *
 * @throws Error on a part that is empty or would make two places look alike: a fault of the caller.
 */
export function bindingText(binding: SealBinding): string {
  const { table, workspaceId, agentId, recordId, field } = binding;
  if (agentId === noAgent) throw new Error('A seal cannot be bound to an agent called "-".');
  const parts = [table, workspaceId, agentId ?? noAgent, recordId, field];
  if (parts.some((part) => part === '' || part.includes('|'))) {
    throw new Error('Each part that a seal is bound to must be there and free of "|".');
  }
  return ['v1', ...parts].join('|');
}

/** The same place in words for the log: ids and names only. */
export function placeOf(binding: SealBinding): string {
  return `${binding.table}.${binding.field} ${binding.recordId}`;
}
