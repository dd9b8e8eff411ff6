import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { RequestContext } from '../context/index.js';
import type { Permission } from './permissions.js';
import { requestOf } from './request-of.js';

export const accessRuleKey = 'access-rule';

export type AccessRule = { public: true } | { permission: Permission } | { signedIn: true } | { platformAdmin: true };

/** Anyone may call this, signed in or not. */
export const Public = () => SetMetadata<string, AccessRule>(accessRuleKey, { public: true });

/** Whoever calls this must hold the permission in the workspace of the request. A platform ADMIN holds all. */
export const RequirePermission = (permission: Permission) =>
  SetMetadata<string, AccessRule>(accessRuleKey, { permission });

/** Any signed-in user, whatever the role: what concerns the user's own account. */
export const RequireSignedIn = () => SetMetadata<string, AccessRule>(accessRuleKey, { signedIn: true });

/** The platform's operator only. */
export const RequirePlatformAdmin = () => SetMetadata<string, AccessRule>(accessRuleKey, { platformAdmin: true });

/** The client's network address, for limits on what precedes signing in. */
export const ClientAddress = createParamDecorator((_: undefined, execution: ExecutionContext): string => {
  return requestOf(execution).ip ?? 'unknown';
});

/** The request's context, as every service method takes it first. */
export const Ctx = createParamDecorator((_: undefined, execution: ExecutionContext): RequestContext => {
  const { requestContext } = requestOf(execution);
  if (!requestContext) throw new Error('The access guard has not run for this operation.');
  return requestContext;
});
