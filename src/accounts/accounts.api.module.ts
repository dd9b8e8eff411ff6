import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module.js';
import { ApiKeysResolver } from './api-keys/api-keys.resolver.js';
import { AuditResolver } from './audit/audit.resolver.js';
import { IdempotencyHook } from './idempotency/idempotency-hook.js';
import { MembersResolver } from './members/members.resolver.js';
import { PagesController } from './pages/pages.controller.js';
import { SessionController } from './sessions/session.controller.js';
import { SessionCookies } from './sessions/session-cookies.js';
import { SessionsResolver } from './sessions/sessions.resolver.js';
import { SignedInContext } from './sessions/signed-in-context.js';
import { FirstAdmin } from './users/first-admin.js';
import { PasswordsResolver } from './users/passwords.resolver.js';
import { UsersResolver } from './users/users.resolver.js';
import { WorkspacesResolver } from './workspaces/workspaces.resolver.js';

/** Accounts over GraphQL and REST, and `Idempotency-Key` for every write of this server. */
@Module({
  imports: [AccountsModule],
  controllers: [SessionController, PagesController],
  providers: [
    UsersResolver,
    PasswordsResolver,
    SessionsResolver,
    WorkspacesResolver,
    MembersResolver,
    ApiKeysResolver,
    AuditResolver,
    SessionCookies,
    SignedInContext,
    FirstAdmin,
    IdempotencyHook,
  ],
})
export class AccountsApiModule {}
