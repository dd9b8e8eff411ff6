import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { toGlobalId } from '../../kernel/graphql/index.js';
import { AuditLog } from '../audit/audit-log.js';
import { workspacePrefix } from '../global-id-prefixes.js';
import { displayName } from '../users/account-rules.js';
import { currencyCode, localeTag, timeZoneName } from './locale-rules.js';
import type { Workspace } from './workspace.entity.js';
import { WorkspaceRepository, type WorkspaceChanges } from './workspace.repository.js';
import { WorkspaceNotFound } from './workspaces.errors.js';

const retention =
  'Choose 1 to 36500 days, or null to keep everything. | Choisissez de 1 à 36500 jours, ou null pour tout garder.';
const workspaceChanges = z.object({
  name: displayName.nullish(),
  locale: localeTag.nullish(),
  timeZone: timeZoneName.nullish(),
  currency: currencyCode.nullish(),
  retentionDays: z.number().int(retention).min(1, retention).max(36_500, retention).nullish(),
});

@Injectable()
export class WorkspacesService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: WorkspaceRepository,
    private readonly audit: AuditLog,
  ) {}

  /** The workspace of the context. @throws WorkspaceNotFound */
  current(ctx: RequestContext): Promise<Workspace> {
    return this.unitOfWork.run(ctx, async (tx) => {
      const workspace = await this.repository.findCurrent(tx);
      if (!workspace) throw new WorkspaceNotFound(ctx.workspaceId);
      return workspace;
    });
  }

  /** Changes the workspace of the context; the audit log keeps what changed. */
  update(ctx: RequestContext, input: z.input<typeof workspaceChanges>): Promise<Workspace> {
    const changes = given(parseInput(workspaceChanges, input));
    assertWorkspaceEntered(ctx);
    return this.unitOfWork.run(ctx, async (tx) => {
      if (Object.keys(changes).length === 0) return this.current(tx);
      const workspace = await this.repository.update(tx, changes);
      if (!workspace) throw new WorkspaceNotFound(ctx.workspaceId);
      const targetId = toGlobalId(workspacePrefix, workspace.id);
      await this.audit.record(tx, { action: 'workspace.updated', targetId, details: { ...changes } });
      return workspace;
    });
  }
}

/** Null means "as it is", but for the retention, where it means "keep everything". */
function given({ retentionDays, ...others }: z.output<typeof workspaceChanges>): WorkspaceChanges {
  const changes: WorkspaceChanges = {};
  if (others.name != null) changes.name = others.name;
  if (others.locale != null) changes.locale = others.locale;
  if (others.timeZone != null) changes.timeZone = others.timeZone;
  if (others.currency != null) changes.currency = others.currency;
  if (retentionDays !== undefined) changes.retentionDays = retentionDays;
  return changes;
}
