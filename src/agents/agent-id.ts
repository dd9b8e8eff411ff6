import { v5 } from 'uuid';
import type { RequestContext } from '../kernel/context/index.js';
import { splitGlobalId, toGlobalId } from '../kernel/graphql/index.js';
import { agentKeys, type AgentKey } from './agent-keys.js';

/** What the ids of agents begin with: `agent_<uuid>`. */
export const agentPrefix = 'agent';

/**
 * The id of a workspace's specialist, which has no row before it is changed: UUID v5 with the workspace as namespace.
 * https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function agentUuid(workspaceId: string, key: AgentKey): string {
  return v5(key, workspaceId);
}

export function toAgentId(uuid: string): string {
  return toGlobalId(agentPrefix, uuid);
}

/**
 * The specialist meant by a client.
 *
 * @param idOrKey `agent_<uuid>`, or a bare key such as `soshie`.
 * @returns null for what names none of this workspace.
 */
export function toAgentKey({ workspaceId }: RequestContext, idOrKey: string): AgentKey | null {
  const parts = splitGlobalId(idOrKey);
  if (!parts) return agentKeys.find((key) => key === idOrKey) ?? null;
  if (parts.prefix !== agentPrefix) return null;
  return agentKeys.find((key) => agentUuid(workspaceId, key) === parts.id) ?? null;
}
