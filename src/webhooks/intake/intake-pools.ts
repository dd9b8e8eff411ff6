import { Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { Config } from '../../kernel/config/index.js';
import { createRolePool, databaseConfig } from '../../kernel/database/index.js';
import { Drain } from '../../kernel/lifecycle/index.js';

/**
 * The connections of intake, apart from those of GraphQL so that neither starves the other: one for the batches, few
 * for events whose sender waits for content, one for looking endpoints up.
 */
@Injectable()
export class IntakePools {
  readonly batches: Pool;
  readonly replies: Pool;

  constructor(config: Config, drain: Drain) {
    const { url } = config.get(databaseConfig);
    // To plan the insert of a batch takes as long as to run it.
    const settings = { plan_cache_mode: 'force_generic_plan' };
    const options = { url, role: 'ab_intake', applicationName: 'agent-builder intake', settings } as const;
    this.batches = createRolePool({ ...options, max: 1 });
    this.replies = createRolePool({ ...options, max: 4 });
    drain.during('connections', 'webhooks.intake', async () => {
      await Promise.all([this.batches.end(), this.replies.end()]);
    });
  }
}
