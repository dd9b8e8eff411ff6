import { Module } from '@nestjs/common';
import { Authenticator } from '../kernel/auth/index.js';
import { AccountLoaders } from './account-loaders.js';
import { AccountsFacade } from './accounts.facade.js';
import './accounts.personal-data.js';
import './accounts.sealed.js';
import { AccountsPool } from './accounts-pool.js';
import { ApiKeyAuthenticator } from './api-keys/api-key-authenticator.js';
import { ApiKeyRepository } from './api-keys/api-key.repository.js';
import { ApiKeysService } from './api-keys/api-keys.service.js';
import { AuditLog } from './audit/audit-log.js';
import { AuditRepository } from './audit/audit.repository.js';
import { AuditService } from './audit/audit.service.js';
import { Background } from './background.js';
import { Clock } from './clock.js';
import { Entitlements } from './entitlements/entitlements.js';
import { UnlimitedEntitlements } from './entitlements/unlimited-entitlements.js';
import { IdempotencyRepository } from './idempotency/idempotency.repository.js';
import { IdempotencyService } from './idempotency/idempotency.service.js';
import { AccountMails } from './mail/account-mails.js';
import { OwnerMails } from './mail/owner-mails.js';
import { OutgoingMailRepository } from './mail/outbox/outgoing-mail.repository.js';
import { OutgoingMails } from './mail/outbox/outgoing-mails.js';
import { InvitationAcceptanceService } from './members/invitation-acceptance.service.js';
import { InvitationCourier } from './members/invitation-courier.js';
import { InvitationRepository } from './members/invitation.repository.js';
import { InvitationsService } from './members/invitations.service.js';
import { MemberDirectory } from './members/member-directory.js';
import { MembersService } from './members/members.service.js';
import { MembershipRepository } from './members/membership.repository.js';
import { AccessTokens } from './sessions/access-token.js';
import { AccountsAuthenticator } from './sessions/accounts-authenticator.js';
import { AdminEntrance } from './sessions/admin-entrance.js';
import { AttemptLimits } from './sessions/attempt-limits.js';
import { LiveAccess } from './sessions/live-access.js';
import { SessionEnder } from './sessions/session-ender.js';
import { SessionIssuer } from './sessions/session-issuer.js';
import { SessionOpener } from './sessions/session-opener.js';
import { SessionRestart } from './sessions/session-restart.js';
import { SessionStart } from './sessions/session-start.js';
import { SessionRepository } from './sessions/session.repository.js';
import { SessionsService } from './sessions/sessions.service.js';
import { SignInService } from './sessions/sign-in.service.js';
import { WorkspaceSwitchService } from './sessions/workspace-switch.service.js';
import { AccountCreator } from './users/account-creator.js';
import { OwnAccount } from './users/own-account.js';
import { PasswordChangeService } from './users/password-change.service.js';
import { PasswordResetRepository } from './users/password-reset.repository.js';
import { PasswordResetService } from './users/password-reset.service.js';
import { SignUpService } from './users/sign-up.service.js';
import { UserRepository } from './users/user.repository.js';
import { WorkspaceCreator } from './workspaces/workspace-creator.js';
import { WorkspaceDirectory } from './workspaces/workspace-directory.js';
import { WorkspaceListService } from './workspaces/workspace-list.service.js';
import { WorkspaceRepository } from './workspaces/workspace.repository.js';
import { WorkspacesService } from './workspaces/workspaces.service.js';

const shared = [AccountsPool, Background, Clock, AuditLog, AuditRepository, AuditService];
const people = [
  UserRepository,
  OwnAccount,
  AccountCreator,
  SignUpService,
  PasswordResetRepository,
  PasswordResetService,
  PasswordChangeService,
  MembershipRepository,
  MemberDirectory,
  MembersService,
  InvitationRepository,
  InvitationCourier,
  InvitationsService,
  InvitationAcceptanceService,
];
const sessions = [
  AccessTokens,
  LiveAccess,
  AttemptLimits,
  AdminEntrance,
  SessionRepository,
  SessionIssuer,
  SessionOpener,
  SessionStart,
  SessionEnder,
  SessionRestart,
  SessionsService,
  SignInService,
  WorkspaceSwitchService,
];
const workspaces = [WorkspaceRepository, WorkspaceCreator, WorkspaceDirectory, WorkspaceListService, WorkspacesService];
const keys = [ApiKeyRepository, ApiKeysService, ApiKeyAuthenticator, IdempotencyRepository, IdempotencyService];
const mail = [AccountMails, OwnerMails, OutgoingMailRepository, OutgoingMails];
const ports = [
  { provide: Entitlements, useClass: UnlimitedEntitlements },
  { provide: Authenticator, useClass: AccountsAuthenticator },
];

/** Users, sessions, workspaces, members, keys and the audit log. */
@Module({
  providers: [
    ...shared,
    ...people,
    ...sessions,
    ...workspaces,
    ...keys,
    ...mail,
    ...ports,
    AccountLoaders,
    AccountsFacade,
  ],
  exports: [
    ...[AccountsFacade, AccountLoaders, Entitlements, Authenticator],
    // For this module's own other halves.
    ...[...shared, ...people, ...sessions, ...workspaces, ...keys, ...mail],
  ],
})
export class AccountsModule {}
