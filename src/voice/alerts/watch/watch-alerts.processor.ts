import type { RequestContext } from '../../../kernel/context/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../../kernel/queue/index.js';
import { AlertWatch } from './alert-watch.js';
import { watchAlertsJob } from './watch-alerts.job.js';

@JobProcessor(watchAlertsJob)
export class WatchAlertsProcessor implements JobHandler<object> {
  constructor(private readonly watch: AlertWatch) {}

  run(ctx: RequestContext, _payload: object, { signal }: Pick<JobMeta, 'signal'>): Promise<void> {
    return this.watch.run(ctx, new Date(), signal);
  }
}
