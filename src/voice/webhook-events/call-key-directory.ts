import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { sql, UnitOfWork } from '../../kernel/database/index.js';
import { CallKeys } from '../../webhooks/index.js';

const keysOfCall = {
  name: 'call-keys',
  text: 'SELECT vapi_call_id AS "vapiCallId", twilio_call_sid AS "twilioCallSid" FROM calls WHERE id = $1',
};

/** The ids by which Vapi and Twilio name a call of ours; row-level security keeps another workspace's out. */
@Injectable()
export class CallKeyDirectory extends CallKeys {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super();
  }

  async keysOf(ctx: RequestContext, callId: string): Promise<readonly string[]> {
    const [row] = await this.unitOfWork.run(ctx, (tx) =>
      sql<{ vapiCallId: string | null; twilioCallSid: string | null }>(tx, keysOfCall, [callId]),
    );
    return [row?.vapiCallId, row?.twilioCallSid].filter((key) => typeof key === 'string');
  }
}
