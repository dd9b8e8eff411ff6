import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Cursors, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { withReach } from '../as-accounts.js';
import { toWorkspaceType, type WorkspaceType } from './graphql/workspace.type.js';
import { WorkspaceRepository } from './workspace.repository.js';

const cursors = new Cursors('workspaces', 'moment');

/** All workspaces, for the platform's operator. */
@Injectable()
export class WorkspaceListService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: WorkspaceRepository,
  ) {}

  /** Newest first. */
  async page(ctx: RequestContext, request: PageRequest, search: string | undefined): Promise<Page<WorkspaceType>> {
    const admin = withReach(ctx);
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    const rows = await this.unitOfWork.run(admin, (tx) =>
      this.repository.listAcrossTenants(tx, { search, after, limit: request.first + 1 }),
    );
    return toPage({
      request,
      rows,
      toNode: toWorkspaceType,
      cursorOf: (row) => cursors.encode(ctx, { key: row.createdAtText, id: row.id }),
      countAll: () => this.unitOfWork.run(admin, (tx) => this.repository.countAcrossTenants(tx, search)),
    });
  }
}
