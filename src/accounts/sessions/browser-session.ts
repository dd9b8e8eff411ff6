import { toUserType, type UserType } from '../users/graphql/user.type.js';
import { toWorkspaceType, type WorkspaceType } from '../workspaces/graphql/workspace.type.js';
import type { SignedIn } from './session-issuer.js';

/** What a browser learns of its session; the tokens stay in cookies that its scripts cannot read. */
export interface BrowserSession {
  /** To be sent as `X-CSRF-Token` with everything; also in the cookie `ab_csrf`. */
  csrfToken: string;
  /** Until when to call `POST /api/session/refresh`. */
  expiresAt: Date;
  user: UserType;
  workspace: WorkspaceType;
}

export function toBrowserSession({ user, workspace, expiresAt }: SignedIn, csrfToken: string): BrowserSession {
  return { csrfToken, expiresAt, user: toUserType(user), workspace: toWorkspaceType(workspace) };
}
