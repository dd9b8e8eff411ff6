import fc from 'fast-check';
import { Jobs } from '../../kernel/queue/index.js';
import type { VapiBody } from '../providers/vapi/testing/call-script.js';
import { ReconciledWorld, seconds, vapiKey, type Owner } from '../../../test/support/reconciled-world.js';
import { planReconciliationJob } from './reconciliation.jobs.js';

let world: ReconciledWorld;
let owner: Owner;

beforeAll(async () => {
  world = await ReconciledWorld.open();
}, 60_000);
afterAll(() => world.close());
beforeEach(async () => {
  await world.reset();
  owner = await world.owner();
});

/** What has to be as if every webhook had come, in order and once. */
const compared = [
  ...['status', 'outcome', 'direction', 'ended_reason', 'ended_at', 'duration_seconds', 'from_number', 'to_number'],
  ...['twilio_call_sid', 'summary', 'satisfaction', 'cost', 'currency', 'said'],
] as const;

async function factsOf({ ctx }: Owner, id: string): Promise<unknown> {
  const row = (await world.call(ctx, id)) ?? {};
  return Object.fromEntries(compared.map((column) => [column, row[column]]));
}

/** The same call where nothing got lost. */
async function truthOf(twin: Owner, id: string, bodies: readonly VapiBody[]): Promise<unknown> {
  await world.tell(twin.ctx, bodies);
  return factsOf(twin, id);
}

/** Those of which Vapi’s record says as much as the webhooks together. */
const wholeRecords = ['inbound', 'outbound', 'noAnswer', 'busy', 'voicemail', 'transfer', 'reportBeforeEnded'];

describe('a call at Vapi', () => {
  it('is on record within two minutes of its end, though no webhook came', async () => {
    const { id, bodies } = world.script(owner);
    world.endAtVapi(bodies);
    await world.reconcile(seconds(20 + 60));
    expect(await world.call(owner.ctx, id)).toMatchObject({ status: 'COMPLETED', ended_reason: 'customer-ended-call' });
    await world.reconcile(seconds(20 + 90));
    expect(await factsOf(owner, id)).toEqual(await truthOf(await world.owner(), id, bodies));
    expect(await world.call(owner.ctx, id)).toMatchObject({
      assistant_id: owner.assistantId,
      cost: expect.anything() as unknown,
    });
  });

  it('that hangs here is closed', async () => {
    const { id, bodies } = world.script(owner);
    await world.tell(owner.ctx, bodies.slice(0, 3));
    expect(await world.call(owner.ctx, id)).toMatchObject({ status: 'IN_PROGRESS' });
    world.endAtVapi(bodies);
    await world.reconcile(seconds(120));
    expect(await factsOf(owner, id)).toEqual(await truthOf(await world.owner(), id, bodies));
  });

  it('is nobody’s when its assistant is not known here', async () => {
    const before = await world.count(owner.ctx);
    world.endAtVapi(world.script({ vapiAssistantId: 'somebody-else', number: '+33159999999' }).bodies);
    await world.reconcile(seconds(120));
    expect(await world.count(owner.ctx)).toBe(before);
  });

  it('is left alone when the sandbox has played it, or it was erased', async () => {
    const [played, erased] = [world.script(owner), world.script(owner)];
    for (const { bodies } of [played, erased]) await world.tell(owner.ctx, bodies.slice(0, 3));
    const change = 'WHERE workspace_id = $1 AND vapi_call_id = $2';
    await world.write(owner.ctx, `UPDATE calls SET sandbox = true ${change}`, [owner.ctx.workspaceId, played.id]);
    await world.write(
      owner.ctx,
      `UPDATE calls SET reconcile_attempts = NULL, evidence = evidence - 'customer' ${change}`,
      [owner.ctx.workspaceId, erased.id],
    );
    for (const { bodies } of [played, erased]) world.endAtVapi(bodies);
    await world.reconcile(seconds(120));
    for (const { id } of [played, erased]) {
      expect(await world.call(owner.ctx, id)).toMatchObject({ status: 'IN_PROGRESS' });
    }
  });

  it('of a workspace’s own account is recorded there, and of no other', async () => {
    const stranger = await world.owner();
    await connectVapi(owner);
    const [own, others] = [world.script(owner), world.script(stranger)];
    for (const { bodies } of [own, others]) world.endAtVapi(bodies);
    await world.reconcile(seconds(120), owner.ctx);
    expect(await world.call(owner.ctx, own.id)).toMatchObject({ status: 'COMPLETED' });
    expect(await world.count(owner.ctx)).toBe(1);
    expect(await world.count(stranger.ctx)).toBe(0);
  });

  it.each([1, 4])('ends as it was, whatever part of its webhooks comes, and however (%s)', async (seed) => {
    const twin = await world.owner();
    const told = fc.array(
      fc.record({
        kind: fc.constantFrom(...wholeRecords),
        picks: fc.array(fc.nat(40), { maxLength: 12 }),
        isLate: fc.boolean(),
      }),
      { minLength: 15, maxLength: 15 },
    );
    const [calls = []] = fc.sample(told, { seed, numRuns: 1 });
    const scripts = calls.map(({ kind, picks, isLate }) => {
      const { id, bodies } = world.script(owner, kind);
      const some = picks.flatMap((pick) => bodies[pick % bodies.length] ?? []);
      return { id, bodies, early: isLate ? [] : some, late: isLate ? some : [] };
    });
    for (const { bodies, early } of scripts) {
      await world.tell(owner.ctx, early);
      world.endAtVapi(bodies);
    }
    for (const at of [60, 90, 150, 900]) await world.reconcile(seconds(at));
    for (const { late } of scripts) await world.tell(owner.ctx, late);
    await world.reconcile(seconds(930));
    for (const { id, bodies } of scripts) expect(await factsOf(owner, id)).toEqual(await truthOf(twin, id, bodies));
    expect(await world.count(owner.ctx)).toBe(scripts.length);
  });
});

describe('a call at Twilio', () => {
  const rang = (status: 'completed' | 'busy' | 'in-progress', more: object = {}) =>
    world.twilio.account.addCall({
      from: '+33612345678',
      to: owner.number,
      status,
      start_time: seconds(0).toUTCString(),
      end_time: status === 'in-progress' ? null : seconds(40).toUTCString(),
      duration: status === 'in-progress' ? null : '40',
      ...more,
    });

  it('of a number that this server answers is on record within two minutes', async () => {
    const { sid } = rang('completed');
    await world.reconcile(seconds(80));
    expect(await world.call(owner.ctx, sid)).toMatchObject({
      vapi_call_id: sid,
      twilio_call_sid: sid,
      status: 'FAILED',
      ended_reason: 'assistant-not-available',
      duration_seconds: 40,
      from_number: '+33612345678',
      to_number: owner.number,
      started_at: seconds(0),
      ended_at: seconds(40),
      assistant_id: owner.assistantId,
    });
  });

  it('is closed once it is over, and legs of it are not calls', async () => {
    const call = rang('in-progress');
    rang('completed', { parent_call_sid: call.sid, direction: 'outbound-dial' });
    await world.reconcile(seconds(30));
    expect(await world.count(owner.ctx)).toBe(0);
    world.twilio.account.changeCall(call, { status: 'busy', end_time: seconds(3_000).toUTCString(), duration: '0' });
    await world.reconcile(seconds(3_060));
    expect(await world.call(owner.ctx, call.sid)).toMatchObject({ outcome: 'BUSY', ended_at: seconds(3_000) });
    expect(await world.count(owner.ctx)).toBe(1);
  });

  it('that carries one of Vapi’s is not a second call', async () => {
    const { id, bodies } = world.script(owner);
    world.endAtVapi(bodies);
    const call = rang('completed');
    world.vapi.change('call', id, { phoneCallProviderId: call.sid });
    await world.reconcile(seconds(120));
    expect(await world.count(owner.ctx)).toBe(1);
    expect(await world.call(owner.ctx, call.sid)).toMatchObject({ vapi_call_id: id, status: 'COMPLETED' });
  });
});

describe('a platform that fails', () => {
  const asked = () => world.vapi.received.filter(({ path }) => path.startsWith('/call')).length;
  const everything = { method: 'GET', path: /^\/call$/ };

  it('is left alone for as long as it wants, and nothing is missing then', async () => {
    const { id, bodies } = world.script(owner);
    world.endAtVapi(bodies);
    world.vapi.faults.next(everything, { kind: 'status', status: 429, headers: { 'retry-after': '90' } }, 3);
    await world.reconcile(seconds(120));
    world.vapi.faults.clear();
    const before = asked();
    await world.reconcile(seconds(180));
    expect([asked(), await world.call(owner.ctx, id)]).toEqual([before, undefined]);
    await world.reconcile(seconds(215));
    expect(await world.call(owner.ctx, id)).toMatchObject({ status: 'COMPLETED' });
  });

  it('keeps the other one from nothing', async () => {
    const { sid } = world.twilio.account.addCall({
      from: '+33612345678',
      to: owner.number,
      status: 'completed',
      start_time: seconds(0).toUTCString(),
      end_time: seconds(10).toUTCString(),
      duration: '10',
    });
    world.vapi.faults.every(1, everything, { kind: 'status', status: 500 });
    await world.reconcile(seconds(120));
    expect(await world.call(owner.ctx, sid)).toMatchObject({ duration_seconds: 10 });
  });

  it('is not asked twice in a moment, whoever runs', async () => {
    await world.reconcile(seconds(120));
    const before = asked();
    await Promise.all([world.reconcile(seconds(125)), world.reconcile(seconds(125))]);
    expect(asked()).toBe(before);
    await Promise.all([world.reconcile(seconds(150)), world.reconcile(seconds(150))]);
    expect(asked()).toBe(before + 1);
  });

  it('is asked again from where it was last compared', async () => {
    await world.reconcile(seconds(3_600));
    await world.reconcile(seconds(3_630));
    const [state] = await world.read(
      world.deployment,
      `SELECT compared_until FROM call_reconciliations WHERE platform = 'VAPI'`,
      [],
    );
    expect(state).toEqual({ compared_until: seconds(3_630) });
  });
});

describe('the schedule', () => {
  it('asks the deployment’s accounts, and those of workspaces', async () => {
    await connectVapi(owner);
    const jobs = world.app.app.get(Jobs, { strict: false });
    await jobs.add(world.deployment, planReconciliationJob, {});
    const state = 'SELECT platform FROM call_reconciliations ORDER BY platform';
    expect(await world.read(world.deployment, state, [])).toEqual([{ platform: 'TWILIO' }, { platform: 'VAPI' }]);
    expect(await world.read(owner.ctx, state, [])).toEqual([{ platform: 'VAPI' }]);
  });
});

async function connectVapi({ person }: Owner): Promise<void> {
  await person.client.ask(
    `mutation ($credentials: [CredentialInput!]!) { configureIntegration(integrationId: "vapi", credentials: $credentials) { id } }`,
    { credentials: [{ key: 'apiKey', value: vapiKey }] },
  );
}
