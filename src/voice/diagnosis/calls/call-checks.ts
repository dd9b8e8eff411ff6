import type { Chain } from '../chain.js';
import { ConnectionCheck, type ConnectionCheckContract } from '../connection-check.js';
import { Arrivals } from '../database/arrivals.repository.js';
import type { Finding } from '../finding.js';
import { callKeys, judgeLastCall } from './judge-last-call.js';

/** From end to end: the last call, or a test call that was placed for this. */
@ConnectionCheck()
export class CallChecks implements ConnectionCheckContract {
  readonly hop = 'call';
  readonly keys = callKeys;

  constructor(private readonly arrivals: Arrivals) {}

  async run({ ctx, assistant }: Chain): Promise<Readonly<Record<string, Finding>>> {
    return judgeLastCall(await this.arrivals.lastCall(ctx, assistant.id));
  }
}
