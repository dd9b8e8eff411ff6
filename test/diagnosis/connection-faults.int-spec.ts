import { signUp } from '../support/people.js';
import { DiagnosisStage } from './diagnosis-stage.js';
import { blamed } from './fault.js';
import { faults, oneOfEachKind, playFault } from './play-fault.js';

let stage: DiagnosisStage;
beforeAll(async () => {
  stage = await DiagnosisStage.open();
}, 60_000);
afterAll(() => stage.close());

it('finds nothing where nothing is wrong', async () => {
  const { status, checks } = await stage.diagnose();
  expect(blamed(checks)).toEqual({});
  expect(checks.filter((check) => check.status === 'SKIPPED')).toEqual([]);
  expect(status).toBe('PASS');
  expect(checks.length).toBeGreaterThanOrEqual(26);
});

it.each(oneOfEachKind.map((fault) => [`${fault.hop}: ${fault.what}`, fault] as const))(
  'finds that fault alone, and takes its own repair back: %s',
  async (_what, fault) => {
    const { problems } = await playFault(stage, fault);
    expect(problems).toEqual([]);
  },
);

it('has at least 26 faults, of which at least 18 can be repaired', () => {
  expect(faults.length).toBeGreaterThanOrEqual(26);
  expect(faults.filter(({ repairs }) => repairs !== undefined).length).toBeGreaterThanOrEqual(18);
});

describe('a repair', () => {
  afterEach(() => stage.reset());

  it('is made by the diagnosis only that has offered it, and in its own workspace', async () => {
    stage.setNumber({ voice_method: 'GET' });
    const [one, other] = [await stage.diagnose(), await stage.diagnose()];
    const ids = one.checks.flatMap(({ repair }) => repair?.id ?? []);
    const mutation = 'mutation ($d: ID!, $ids: [ID!]!) { repairConnection(diagnosisId: $d, repairIds: $ids) { id } }';
    const stranger = await signUp(stage.parts.server.client);
    const writes = await stage.writesOf(async () => {
      expect(await stage.person.client.refusal(mutation, { d: other.id, ids })).toMatchObject({
        reason: 'VOICE.REPAIR_NOT_FOUND',
      });
      expect(await stranger.client.refusal(mutation, { d: one.id, ids })).toMatchObject({
        reason: 'VOICE.DIAGNOSIS_NOT_FOUND',
      });
    });
    expect(writes).toEqual([]);
  });

  it('is not undone before it is made', async () => {
    stage.setNumber({ voice_method: 'GET' });
    const { id: d, checks } = await stage.diagnose();
    const mutation = 'mutation ($d: ID!, $ids: [ID!]!) { undoRepair(diagnosisId: $d, repairIds: $ids) { id } }';
    const ids = checks.flatMap(({ repair }) => repair?.id ?? []);
    const writes = await stage.writesOf(async () => {
      expect(await stage.person.client.refusal(mutation, { d, ids })).toMatchObject({
        reason: 'VOICE.REPAIR_NOT_APPLIED',
      });
    });
    expect(writes).toEqual([]);
  });
});
