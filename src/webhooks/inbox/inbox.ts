import { Injectable } from '@nestjs/common';
import { Config } from '../../kernel/config/index.js';
import { IntakeMeter } from '../intake/intake-meter.js';
import { IntakePools } from '../intake/intake-pools.js';
import { webhooksConfig } from '../webhooks.config.js';
import { InboxWriter } from './inbox-writer.js';
import { ReplyingInbox } from './replying-inbox.js';

/** The two ways into `webhook_events`: grouped, and alone for what is answered with content. */
@Injectable()
export class Inbox {
  readonly batches: InboxWriter;
  readonly replies: ReplyingInbox;

  constructor(pools: IntakePools, config: Config, meter: IntakeMeter) {
    this.batches = new InboxWriter(pools.batches, config.get(webhooksConfig).maximumWaiting, meter);
    this.replies = new ReplyingInbox(pools.replies);
  }
}
