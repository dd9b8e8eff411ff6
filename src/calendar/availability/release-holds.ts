import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { OnEvent } from '../../kernel/events/index.js';
import { callEnded, type CallEnded } from '../../voice/index.js';
import { Availability } from './availability.service.js';

/** Gives back what was kept for a caller who has hung up. Should this be missed, the hold runs out by itself. */
@Injectable()
export class ReleaseHolds {
  constructor(private readonly availability: Availability) {}

  @OnEvent(callEnded)
  async release(ctx: RequestContext, { callKey }: CallEnded): Promise<void> {
    await this.availability.release(ctx, callKey);
  }
}
