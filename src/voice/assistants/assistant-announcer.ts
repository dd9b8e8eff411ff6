import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { afterCommit } from '../../kernel/database/index.js';
import { Events, LiveEvents, liveEvent } from '../../kernel/events/index.js';
import { assistantChanged, assistantDeclared } from './assistants.events.js';

/** Tells other processes and modules what has become of assistants, once it is committed. */
@Injectable()
export class AssistantAnnouncer {
  constructor(
    private readonly events: Events,
    private readonly live: LiveEvents,
  ) {}

  /** Its owner has decided something about it. */
  declared(tx: RequestContext, assistantId: string): void {
    this.changed(tx, assistantId);
    // A handler that fails has been logged, and a sweep finds what it has not done.
    afterCommit(tx, () =>
      this.events.publish({ ...tx, tx: undefined }, assistantDeclared, { assistantId }).catch(() => undefined),
    );
  }

  /** Something in its row has changed. */
  changed(tx: RequestContext, assistantId: string): void {
    afterCommit(tx, () => void this.live.publish([liveEvent(assistantChanged, tx.workspaceId, { assistantId })]));
  }
}
