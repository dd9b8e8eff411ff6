import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { iso, sql, UnitOfWork, workspaceOf } from '../../../kernel/database/index.js';
import type { TranscriptSegmentType } from '../graphql/call.type.js';

/** A segment with the key by which it is the same one wherever it stands. */
export interface KeyedSegment extends TranscriptSegmentType {
  key: string;
}

const ofCall = {
  name: 'transcript-of-call',
  text: `SELECT s.key, s.position, s.role, s.text, ${iso('s.at')} AS at,
      coalesce(s.seconds_from_start, extract(epoch FROM s.at - c.started_at)::float8) AS "secondsFromStart"
    FROM calls c JOIN transcript_segments s ON s.workspace_id = c.workspace_id AND s.call_id = c.id
    WHERE c.id = $1 AND ($2::uuid IS NULL OR c.workspace_id = $2) ORDER BY s.position, s.key`,
};

/** What has been said in one call, in order. */
@Injectable()
export class TranscriptReader {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  read(ctx: RequestContext, callId: string): Promise<KeyedSegment[]> {
    const values = [callId, workspaceOf(ctx)];
    return this.unitOfWork.run(ctx, (tx) => sql<KeyedSegment & Record<string, unknown>>(tx, ofCall, values));
  }
}
