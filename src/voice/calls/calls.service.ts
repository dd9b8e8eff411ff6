import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Cursors, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { CallNotFound, SatisfactionOutOfRange } from './calls.errors.js';
import type { CallType } from './graphql/call.type.js';
import { callFacts, rank } from './merge/call-facts.js';
import { latest } from './merge/evidence.js';
import type { CallFilter } from './reading/call-filter.js';
import { CallReader } from './reading/call-reader.js';
import { CallRecorder } from './record/call-recorder.js';

const cursors = new Cursors('calls', 'moment');

/** Calls as clients of the API read and rate them. */
@Injectable()
export class CallsService {
  constructor(
    private readonly reader: CallReader,
    private readonly recorder: CallRecorder,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Newest first.
   *
   * @throws CursorInvalid
   */
  async page(ctx: RequestContext, request: PageRequest, filter: CallFilter): Promise<Page<CallType>> {
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    const rows = await this.reader.page(ctx, { filter, after, limit: request.first + 1 });
    return toPage({
      request,
      rows,
      toNode: (call) => call,
      cursorOf: ({ position, uuid }) => cursors.encode(ctx, { key: position, id: uuid }),
      countAll: () => this.reader.count(ctx, filter),
    });
  }

  /** @returns null for a call that does not exist or is another workspace's. */
  find(ctx: RequestContext, id: string): Promise<CallType | null> {
    return this.reader.find(ctx, id);
  }

  /** @throws CallNotFound */
  async get(ctx: RequestContext, id: string): Promise<CallType> {
    const call = await this.reader.find(ctx, id);
    if (!call) throw new CallNotFound(id);
    return call;
  }

  /**
   * What a person says counts for more than what an analysis finds; said again, the last word counts.
   *
   * @throws CallNotFound, SatisfactionOutOfRange, WorkspaceNotEntered
   */
  async rate(ctx: RequestContext, id: string, satisfaction: number): Promise<CallType> {
    assertWorkspaceEntered(ctx);
    if (!Number.isInteger(satisfaction) || satisfaction < 1 || satisfaction > 5) throw new SatisfactionOutOfRange();
    const { callKey } = await this.get(ctx, id);
    if (callKey === null) throw new CallNotFound(id);
    const rating = callFacts(callKey, {
      registers: { satisfaction: latest(rank.person, Date.now(), satisfaction) },
    });
    await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, [rating]));
    return this.get(ctx, id);
  }
}
