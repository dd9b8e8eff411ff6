import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { deploymentWorkspaceId, systemContext, uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { hashPassword } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { accountsConfig } from '../accounts.config.js';
import { AuditLog } from '../audit/audit-log.js';
import { userPrefix } from '../global-id-prefixes.js';
import { MembershipRepository } from '../members/membership.repository.js';
import { UserRepository } from './user.repository.js';

/** Makes the platform's first ADMIN at start, from `ADMIN_EMAIL` and `ADMIN_PASSWORD`. Whoever is there is left as they are. */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  constructor(
    private readonly config: Config,
    private readonly unitOfWork: UnitOfWork,
    private readonly users: UserRepository,
    private readonly memberships: MembershipRepository,
    private readonly audit: AuditLog,
    private readonly log: AppLogger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const { adminEmail, adminPassword } = this.config.get(accountsConfig);
    if (adminEmail === undefined || adminPassword === undefined) return;
    const ctx = systemContext({ actor: 'accounts.first-admin', access: 'accounts' });
    const known = await this.unitOfWork.run(ctx, (tx) => this.users.findAcrossTenantsByEmail(tx, adminEmail));
    if (known?.role === 'MEMBER')
      this.log.warn('accounts.admin_email_taken', { advice: 'Set ADMIN_EMAIL to another address.' });
    if (known) return;
    const passwordHash = await hashPassword(adminPassword.reveal());
    await this.unitOfWork.run(ctx, (tx) => this.create(tx, adminEmail, passwordHash));
  }

  private async create(tx: RequestContext, email: string, passwordHash: string): Promise<void> {
    const id = uuidv7();
    const admin = { id, email, name: 'Administrator', locale: 'fr-FR', role: 'ADMIN' as const, passwordHash };
    // Another process that starts at the same time may have been faster.
    if (!(await this.users.insert(tx, admin))) return;
    await this.memberships.insert(tx, { id: uuidv7(), workspaceId: deploymentWorkspaceId, userId: id, role: 'OWNER' });
    await this.audit.record(tx, { action: 'user.admin_created', targetId: toGlobalId(userPrefix, id) });
    this.log.info('accounts.admin_created', { userId: id });
  }
}
