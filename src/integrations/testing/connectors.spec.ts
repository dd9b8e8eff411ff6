import { inspect } from 'node:util';
import { z } from 'zod';
import { isChosen } from '../../../test/support/chosen-connectors.js';
import { AppError } from '../../kernel/errors/index.js';
import { verifyConnection } from '../access/verify-connection.js';
import type { Action } from '../core/define-action.js';
import { connectorKeys, loadConnector } from '../core/load-connectors.js';
import { ConnectorStage } from './connector-stage.js';
import { declarationFaults } from './declaration-faults.js';
import { grantFaults } from './grant-faults.js';
import type { StagedReply } from './vendor-stage.js';

const folder = new URL('../connectors/', import.meta.url);
const keys = (await connectorKeys(folder)).filter(isChosen);
const connectors = await Promise.all(keys.map((key) => loadConnector(folder, key)));

describe.each(connectors.map((connector) => ({ key: connector.key, connector })))('connector $key', ({ connector }) => {
  const actions = [...new Set(Object.values(connector.agents).flatMap((share) => share.actions))];
  let stage: ConnectorStage;

  beforeAll(async () => {
    stage = await ConnectorStage.open(connector, new URL(`${connector.key}/`, folder));
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    stage.journal.length = 0;
  });

  const verdict = async () => verifyConnection(connector, await stage.client({ action: 'verify' }));
  const run = async (action: Action, { input, timeoutMs }: { input?: unknown; timeoutMs?: number } = {}) => {
    const fixture = await stage.fixtures.action(action.key);
    const client = await stage.client({ action: action.key, once: action.billed, ...(timeoutMs && { timeoutMs }) });
    return action.run(client, input ?? fixture.input);
  };
  const failure = async (action: Action, timeoutMs?: number): Promise<AppError> => {
    const error: unknown = await run(action, { ...(timeoutMs && { timeoutMs }) }).then(
      () => 'no failure',
      (reason: unknown) => reason,
    );
    if (error instanceof AppError) return error;
    throw new Error(`Expected a failure, got ${inspect(error)}`);
  };
  /** Some vendors answer 403 without a word of theirs to whoever asks too much; their fixtures show it. */
  const throttlesBy403 = async () =>
    (await stage.fixtures.faults()).some(
      ({ reply, outcome }) => reply.status === 403 && typeof reply.body === 'string' && outcome === 'UNAVAILABLE',
    );
  const expectSecretsKept = (...seen: unknown[]) => {
    const texts = [...seen, stage.journal].map((each) => `${JSON.stringify(each)} ${inspect(each, { depth: 9 })}`);
    expect(texts.flatMap((text) => stage.secretsIn(text))).toEqual([]);
  };
  /** What a vendor may echo: all that it was sent. */
  const echo = (status: number, headers: Record<string, string> = {}): StagedReply => ({
    status,
    headers,
    body: `<html>${[...stage.secrets.values()].join(' ')} ${JSON.stringify(stage.vendor.received)}</html>`,
  });

  it('is declared whole, in both languages, with a fixture for each action', async () => {
    expect(declarationFaults(connector)).toEqual([]);
    const fixtures = await stage.fixtures.names();
    const missing = ['credentials', 'verify', ...actions.map(({ key }) => key)].filter(
      (each) => !fixtures.includes(each),
    );
    expect(missing).toEqual([]);
  });

  describe('connection test', () => {
    it('works, and tells the account by name', async () => {
      const { exchanges, accountName } = await stage.fixtures.verify();
      stage.playExchanges(exchanges);
      expect(await verdict()).toEqual({ outcome: 'WORKS', accountName, missing: [], message: null });
      stage.expectExchanges(exchanges);
      expect(stage.journal.map(({ action, status }) => [action, status])).toEqual(
        exchanges.map(({ reply }) => ['verify', reply.status]),
      );
    });

    it.each([
      [401, 'CREDENTIALS_REFUSED'],
      [429, 'UNAVAILABLE'],
      [500, 'UNAVAILABLE'],
      [503, 'UNAVAILABLE'],
    ])('answers %d with %s and what to do', async (status, outcome) => {
      stage.play(() => echo(status));
      const found = await verdict();
      expect(found).toMatchObject({
        outcome,
        accountName: null,
        message: { en: expect.stringMatching(/\w/) as unknown, fr: expect.stringMatching(/\w/) as unknown },
      });
      expectSecretsKept(found);
    });

    it('answers 403 with what is refused: the credentials or their rights', async () => {
      stage.play(() => echo(403));
      const outcomes = (await throttlesBy403()) ? ['UNAVAILABLE'] : ['CREDENTIALS_REFUSED', 'RIGHTS_MISSING'];
      expect(outcomes).toContain((await verdict()).outcome);
    });

    it('is temporarily impossible where the vendor does not answer, or answers something else', async () => {
      stage.play(() => 'hang up');
      expect((await verdict()).outcome).toBe('UNAVAILABLE');
      stage.play(() => ({ status: 200, body: '<html>maintenance</html>' }));
      expect((await verdict()).outcome).toBe('UNAVAILABLE');
    });

    it('reads the vendor’s own words for what is wrong', async () => {
      for (const { reply, outcome, missing } of await stage.fixtures.faults()) {
        stage.play(() => reply);
        const found = await verdict();
        expect({ reply, outcome: found.outcome }).toEqual({ reply, outcome });
        if (missing) expect(found.missing).toEqual(missing);
      }
    });
  });

  for (const mode of connector.auth.filter(({ grant }) => grant)) {
    it(`gets, renews and gives back its token by ${mode.key} as the vendor wants it`, async () => {
      const application = { clientId: 'app-id', clientSecret: stage.secrets.get('clientSecret') ?? '' };
      expect(await grantFaults(stage, mode, application)).toEqual([]);
      expectSecretsKept();
    });
  }

  for (const action of actions) {
    describe(`action ${action.key}`, () => {
      it('asks exactly what its fixture says, and keeps of the answer what it promises', async () => {
        const { exchanges, output, nextPage, input } = await stage.fixtures.action(action.key);
        stage.playExchanges(exchanges);
        const result = await run(action);
        stage.expectExchanges(exchanges);
        expect(result).toEqual(output);
        expectSecretsKept(result);
        const cursor = nextCursorOf(result);
        if (!nextPage || cursor === null) return;
        stage.playExchanges(nextPage.exchanges);
        const last = await run(action, { input: { ...input, cursor } });
        stage.expectExchanges(nextPage.exchanges);
        expect(last).toEqual(nextPage.output);
        expect(nextCursorOf(last)).toBeNull();
      });

      it('shows the end of its pages where it has pages', async () => {
        const paged = 'nextCursor' in (z.toJSONSchema(action.output, { unrepresentable: 'any' }).properties ?? {});
        const { nextPage, output } = await stage.fixtures.action(action.key);
        expect(nextPage !== undefined).toBe(paged && nextCursorOf(output) !== null);
        // A fixture that shows no second page shows no end either.
        expect(!paged || nextPage !== undefined).toBe(true);
      });

      it.each([
        [401, 'credential_rejected'],
        [403, 'credential_rejected'],
        [429, 'rate_limited'],
        [500, 'upstream_unavailable'],
        [503, 'upstream_unavailable'],
      ])('turns %d into %s and keeps the secrets', async (status, kind) => {
        stage.play(() => echo(status, status === 429 ? { 'retry-after': '7' } : {}));
        const error = await failure(action);
        const expected = status === 403 && (await throttlesBy403()) ? 'rate_limited' : kind;
        expect({ kind: error.kind, reason: error.reason }).toMatchObject({ kind: expected });
        if (status === 429) expect(error.retryAfterMs).toBe(7_000);
        expectSecretsKept(error, error.safeMessage, error.stack);
      });

      it('says that the vendor is not there when it hangs up, is silent or talks nonsense', async () => {
        stage.play(() => 'hang up');
        expect((await failure(action)).kind).toBe('upstream_unavailable');
        stage.play(() => 'silence');
        expect((await failure(action, 20)).kind).toBe('upstream_unavailable');
        stage.play(() => ({ status: 200, body: '\u0000<<nonsense' }));
        const outcome = await run(action).then(() => 'done', kindOf);
        // What a vendor answers to a write may mean nothing to us; what it answers to a read is all there is.
        expect(action.effect === 'READ' ? ['upstream_unavailable'] : ['upstream_unavailable', 'done']).toContain(
          outcome,
        );
      });

      it('repeats what only reads, and never a write that may have happened', async () => {
        const { exchanges } = await stage.fixtures.action(action.key);
        const [first] = exchanges;
        stage.play(() => ({ status: 503 }));
        await failure(action);
        const sent = stage.vendor.received.length;
        const method = first?.request.method ?? 'GET';
        if (action.billed) expect(sent).toBe(1);
        else if (action.effect === 'READ') expect(sent).toBe(3);
        else if ((method === 'POST' || method === 'PATCH') && !connector.idempotencyHeader) expect(sent).toBe(1);
      });

      it('does what its effect says', async () => {
        const { exchanges } = await stage.fixtures.action(action.key);
        const writes = exchanges.some(({ request }) => request.method !== 'GET' && request.method !== 'HEAD');
        // What only reads and is billed by what it reads spends all the same.
        if (action.effect !== 'READ' && !action.billed) expect(writes).toBe(true);
      });

      it('refuses what is no input of its', async () => {
        stage.play(() => ({ status: 200, body: {} }));
        const client = await stage.client();
        for (const input of [null, 'text', [], 7]) {
          await expect(action.run(client, input)).rejects.toMatchObject({ kind: 'invalid_input' });
        }
        expect(stage.vendor.received).toEqual([]);
      });
    });
  }
});

function nextCursorOf(result: unknown): unknown {
  return typeof result === 'object' && result !== null && 'nextCursor' in result ? result.nextCursor : null;
}

function kindOf(error: unknown): string {
  return error instanceof AppError ? error.kind : `our own fault: ${inspect(error)}`;
}
