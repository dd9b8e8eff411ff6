import { createWorkspace } from '../../../../test/support/workspaces.js';
import { systemContext, uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { sql } from '../../../kernel/database/index.js';
import { CallRecord } from '../../calls/testing/call-record.js';
import { apologies } from '../spoken.js';
import { DroppedToolCalls } from './dropped-tool-calls.js';

let record: CallRecord;
let dropped: DroppedToolCalls;
const logged: object[] = [];

beforeAll(async () => {
  record = await CallRecord.open();
  dropped = new DroppedToolCalls(record.unitOfWork, {
    warn: (event: string, fields: object) => logged.push({ event, ...fields }),
  } as never);
});
afterAll(() => record.close());

const intake = systemContext({ actor: 'test', access: 'intake' });

async function claimed(ctx: RequestContext, secondsAgo: number): Promise<string> {
  const id = uuidv7();
  await record.unitOfWork.run(ctx, (tx) =>
    sql(
      tx,
      `INSERT INTO tool_invocations (id, workspace_id, call_key, tool_call_id, name, arguments, lease_until)
      VALUES ($1, $2, 'call', $3, 'leave_message', '{}', now() - make_interval(secs => $4))`,
      [id, ctx.workspaceId, id, secondsAgo],
    ),
  );
  return id;
}

const stateOf = (ctx: RequestContext, id: string) =>
  record.unitOfWork.run(ctx, async (tx) => {
    const [row] = await sql(tx, 'SELECT state, result, error FROM tool_invocations WHERE id = $1', [id]);
    return row;
  });

describe('a tool call whose process died with it', () => {
  it('ends with an apology in the language of its workspace once nobody waits for it', async () => {
    const [french, english] = [
      await createWorkspace(record.dataSource),
      await createWorkspace(record.dataSource, { locale: 'en' }),
    ];
    const [one, two, recent] = [await claimed(french, 40), await claimed(english, 4000), await claimed(french, 5)];

    await dropped.close(intake);

    expect(await stateOf(french, one)).toEqual({ state: 'done', result: null, error: apologies.failed.fr });
    expect(await stateOf(english, two)).toEqual({ state: 'done', result: null, error: apologies.failed.en });
    expect(await stateOf(french, recent)).toMatchObject({ state: 'pending' });
    expect(logged).toContainEqual({
      event: 'vapi.webhook.function_call',
      outcome: 'dropped',
      workspaceId: french.workspaceId,
      callId: 'call',
      toolCallId: one,
      tool: 'leave_message',
    });
  });

  it('is left to a holder that ends it at this moment', async () => {
    const ctx = await createWorkspace(record.dataSource);
    const id = await claimed(ctx, 40);
    await record.unitOfWork.run(ctx, async (tx) => {
      await sql(tx, `UPDATE tool_invocations SET state = 'done', result = 'noted' WHERE id = $1`, [id]);
      await dropped.close(intake);
    });
    expect(await stateOf(ctx, id)).toEqual({ state: 'done', result: 'noted', error: null });
  });
});
