import { PlanLacksOrganization } from './calcom.errors.js';
import { CalComStage, success } from './testing/calcom-stage.js';
import { everyUse } from './testing/every-call.js';

describe('CalComApi', () => {
  let stage: CalComStage;
  beforeAll(async () => {
    stage = await CalComStage.open();
  });
  afterAll(() => stage.close());

  it.each(everyUse.map((use) => [use.name, use] as const))(
    'asks once for %s, in the version of its resource',
    async (_, { go, asks, version, data }) => {
      await go(stage.play(success(data)));
      const calls = stage.calls.map((call) => [`${call.method} ${call.path}`, call.version]);
      expect(calls).toEqual([[asks, version]]);
    },
  );

  it('reads whose account it is, and its organization wherever Cal.com names it', async () => {
    const me = { id: 7, username: 'le-gourmet', email: 'salle@legourmet.example', organizationId: null };
    await expect(stage.play(success(me)).me()).resolves.toMatchObject({ id: 7, organizationId: null });
    const inside = { ...me, organization: { isPlatform: false, id: 9 } };
    await expect(stage.play(success(inside)).me()).resolves.toMatchObject({ organizationId: 9 });
  });

  it('says that members need an organization without asking', () => {
    const api = stage.play(success([]));
    expect(() => api.members({ organizationId: null })).toThrow(PlanLacksOrganization);
    expect(stage.calls).toEqual([]);
  });
});
