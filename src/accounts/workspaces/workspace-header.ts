import { fromGlobalId, toGlobalId } from '../../kernel/graphql/index.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { WorkspaceNotFound } from './workspaces.errors.js';

/**
 * The workspace that an `X-Workspace-Id` header names, by its id as clients see it (`workspace_…`) or the bare one.
 *
 * @throws WorkspaceNotFound for what is no id.
 */
export function workspaceIdOf(header: string): string {
  const id = header.trim().toLowerCase();
  const prefixed = id.startsWith(`${workspacePrefix}_`) ? id : toGlobalId(workspacePrefix, id);
  return fromGlobalId(workspacePrefix, prefixed, () => new WorkspaceNotFound());
}
