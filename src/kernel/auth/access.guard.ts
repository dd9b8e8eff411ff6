import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { RequestContext } from '../context/index.js';
import { PermissionMissing, Unauthenticated } from './auth.errors.js';
import { accessRuleKey, type AccessRule } from './decorators.js';
import { requestOf } from './request-of.js';

/** Deny by default: an operation without a rule is refused to all, and an architecture test names it. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(execution: ExecutionContext): boolean {
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(accessRuleKey, [
      execution.getHandler(),
      execution.getClass(),
    ]);
    if (rule && 'public' in rule) return true;
    const { requestContext: ctx, authenticationFault } = requestOf(execution);
    if (authenticationFault !== undefined) throw authenticationFault;
    if (!ctx || ctx.actor.kind === 'anonymous') throw new Unauthenticated();
    if (!rule) return false;
    assertAllowed(ctx, rule);
    return true;
  }
}

/** @throws PermissionMissing unless the context's actor satisfies the rule. */
export function assertAllowed(ctx: RequestContext, rule: Exclude<AccessRule, { public: true }>): void {
  const { actor } = ctx;
  if ('permission' in rule) {
    if (actor.role !== 'ADMIN' && !actor.permissions.includes(rule.permission))
      throw new PermissionMissing(rule.permission);
  } else if ('platformAdmin' in rule) {
    if (actor.role !== 'ADMIN') throw new PermissionMissing('platform:admin');
  } else if (actor.kind !== 'user') {
    throw new Unauthenticated();
  }
}
