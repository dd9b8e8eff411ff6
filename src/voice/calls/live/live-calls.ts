import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { LiveEvents, liveStream, RowFollower, type LiveSignal, type LiveTopic } from '../../../kernel/events/index.js';
import { callChanged, transcriptChanged } from '../calls.events.js';
import { CallNotFound } from '../calls.errors.js';
import type { CallType, TranscriptSegmentType } from '../graphql/call.type.js';
import { CallReader } from '../reading/call-reader.js';
import { TranscriptReader } from '../reading/transcript-reader.js';
import { TranscriptFollower } from './transcript-follower.js';

type Stream<News> = AsyncIterableIterator<News, undefined>;

/** Calls and transcripts while they change, whichever process changes them. */
@Injectable()
export class LiveCalls {
  constructor(
    private readonly live: LiveEvents,
    private readonly calls: CallReader,
    private readonly transcripts: TranscriptReader,
  ) {}

  /** Every call that changes from now on; a state of a call is told once, and none is missed for good. */
  changes(ctx: RequestContext, assistantId: string | null): Stream<{ callUpdated: CallType }> {
    const follower = new RowFollower<CallType>();
    const read = async (signal: LiveSignal<{ callId: string; assistantId: string | null }>) => {
      if (signal.resync) {
        const since = follower.resync(signal.reason);
        return since ? follower.news(await this.calls.changedSince(ctx, since, { assistantId })) : [];
      }
      const { ids } = signal;
      const call =
        assistantId === null || ids.assistantId === assistantId ? await this.calls.find(ctx, ids.callId) : null;
      return call ? follower.news([call]) : [];
    };
    return liveStream(this.signals(ctx, callChanged), async (signal) => {
      return (await read(signal)).map((callUpdated) => ({ callUpdated }));
    });
  }

  /**
   * What was said after a position, then what is being said; nothing is left out or told twice at the seam.
   *
   * @throws CallNotFound
   */
  async transcript(
    ctx: RequestContext,
    callId: string,
    afterPosition: number | null,
  ): Promise<Stream<{ transcriptAppended: TranscriptSegmentType }>> {
    if (!(await this.calls.find(ctx, callId))) throw new CallNotFound(callId);
    const follower = new TranscriptFollower(afterPosition ?? -1);
    return liveStream(this.signals(ctx, transcriptChanged), async (signal) => {
      if (!signal.resync && signal.ids.callId !== callId) return [];
      const news = follower.follow(await this.transcripts.read(ctx, callId));
      return news.map((transcriptAppended) => ({ transcriptAppended }));
    });
  }

  private signals<Ids>(ctx: RequestContext, topic: LiveTopic<Ids>) {
    return ctx.access === 'admin'
      ? this.live.subscribeAcrossWorkspaces(topic)
      : this.live.subscribe(topic, ctx.workspaceId);
  }
}
