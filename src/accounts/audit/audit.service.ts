import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Cursors, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { AuditRepository, type AuditRow } from './audit.repository.js';
import { toAuditEntryType, type AuditEntryType } from './graphql/audit-entry.type.js';

const cursors = new Cursors('audit', 'moment');

@Injectable()
export class AuditService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: AuditRepository,
  ) {}

  /** Newest first. */
  async page(ctx: RequestContext, request: PageRequest, targetId: string | null): Promise<Page<AuditEntryType>> {
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    const query = { targetId, after, limit: request.first + 1 };
    const rows = await this.unitOfWork.run(ctx, (tx) => this.repository.list(tx, query));
    return toPage({
      request,
      rows,
      toNode: toAuditEntryType,
      cursorOf: (row) => cursors.encode(ctx, { key: row.atText, id: row.id }),
      countAll: () => this.unitOfWork.run(ctx, (tx) => this.repository.count(tx, targetId)),
    });
  }

  find(ctx: RequestContext, id: string): Promise<AuditRow | null> {
    return this.unitOfWork.run(ctx, (tx) => this.repository.find(tx, id));
  }
}
