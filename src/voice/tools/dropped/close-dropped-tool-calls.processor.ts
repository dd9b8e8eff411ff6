import { systemContext, type RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor, type JobHandler } from '../../../kernel/queue/index.js';
import { closeDroppedToolCallsJob } from './close-dropped-tool-calls.job.js';
import { DroppedToolCalls } from './dropped-tool-calls.js';

@JobProcessor(closeDroppedToolCallsJob)
export class CloseDroppedToolCallsProcessor implements JobHandler<object> {
  constructor(private readonly dropped: DroppedToolCalls) {}

  async run(ctx: RequestContext): Promise<void> {
    await this.dropped.close(
      systemContext({ actor: 'voice.dropped-tool-calls', access: 'intake', requestId: ctx.requestId }),
    );
  }
}
