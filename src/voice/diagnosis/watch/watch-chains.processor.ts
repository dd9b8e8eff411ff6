import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { sha256 } from '../../../kernel/crypto/index.js';
import { sql, UnitOfWork } from '../../../kernel/database/index.js';
import { JobProcessor, Jobs } from '../../../kernel/queue/index.js';
import { watchChainJob, watchChainsJob } from './watch-chains.jobs.js';

/** Over so long they are spread, so that the vendors are not all asked at once. */
const spreadMs = 30 * 60_000;

const answered = {
  name: 'diagnosis-answered-lines',
  text: `SELECT DISTINCT workspace_id AS "workspaceId", assistant_id AS "assistantId" FROM phone_lines
    WHERE status = 'ACTIVE' AND assistant_id IS NOT NULL`,
};

@JobProcessor(watchChainsJob)
export class WatchChainsProcessor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: Jobs,
  ) {}

  async run(ctx: RequestContext): Promise<void> {
    const across = { ...ctx, access: 'intake' as const };
    const rows = await this.unitOfWork.run(across, (tx) =>
      sql<{ workspaceId: string; assistantId: string }>(tx, answered),
    );
    for (const { workspaceId, assistantId } of rows) {
      const owner = systemContext({ actor: 'voice.watch-chains', workspaceId, requestId: ctx.requestId });
      const delayMs = Math.floor((sha256(assistantId).readUInt32BE() / 2 ** 32) * spreadMs);
      await this.jobs.addLater(owner, watchChainJob, { payload: { assistantId }, delayMs });
    }
  }
}
