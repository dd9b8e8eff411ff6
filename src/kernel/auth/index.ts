export { AccessGuard, assertAllowed } from './access.guard.js';
export { AuditTrail, type AuditFact } from './audit-trail.js';
export { CsrfRefused, PermissionMissing, TokenRefused, Unauthenticated } from './auth.errors.js';
export { Authenticator, type Identity, type PresentedCredentials } from './authenticator.js';
export { ContextFactory, type RequestFacts } from './context-factory.js';
export {
  accessRuleKey,
  ClientAddress,
  Ctx,
  Public,
  RequirePermission,
  RequirePlatformAdmin,
  RequireSignedIn,
  type AccessRule,
} from './decorators.js';
export { isPermission, permissions, permissionsOfRole, type Permission, type WorkspaceRole } from './permissions.js';
export type { RequestCarrier } from './request-of.js';
export { assertWorkspaceEntered, WorkspaceNotEntered } from './workspace-entered.js';
