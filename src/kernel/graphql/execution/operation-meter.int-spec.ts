import { until } from '../../../../test/support/until.js';
import { printMetrics } from '../../observability/index.js';
import { bookOf } from '../testing/library.js';
import { startLibrary, type LibraryApp } from '../testing/library-app.js';
import { SocketClient } from '../testing/socket-client.js';

let library: LibraryApp;

beforeAll(async () => {
  library = await startLibrary();
});
afterAll(() => library.app.close());

async function series(name: string): Promise<Map<string, number>> {
  const { text } = await printMetrics();
  const found = text.matchAll(new RegExp(`^agent_builder_${name}(?:\\{(.*)\\})? (.*)$`, 'gm'));
  return new Map([...found].map(([, labels = '', value]) => [labels, Number(value)]));
}

const operation = (kind: string, field: string, outcome: string) =>
  `kind="${kind}",field="${field}",outcome="${outcome}"`;

/** What an action adds to the operations that were counted. */
async function counted(act: () => Promise<unknown>): Promise<Record<string, number>> {
  const before = await series('graphql_operations_total');
  await act();
  const after = await series('graphql_operations_total');
  const grown = [...after].filter(([labels, value]) => value !== (before.get(labels) ?? 0));
  return Object.fromEntries(grown.map(([labels, value]) => [labels, value - (before.get(labels) ?? 0)]));
}

describe('An operation in the metrics', () => {
  it.each<[string, string, string]>([
    ['a query', 'query Mine { shelf(size: 1) { title } }', operation('query', 'shelf', 'ok')],
    ['a field under another name', '{ mine: shelf(size: 1) { title } }', operation('query', 'shelf', 'ok')],
    ['a field in a fragment', '{ ...f } fragment f on Query { busy }', operation('query', 'busy', 'RATE_LIMITED')],
    ['several fields', '{ shelf(size: 1) { title } busy }', operation('query', 'several', 'RATE_LIMITED')],
    ['a fault of ours', '{ broken }', operation('query', 'broken', 'INTERNAL')],
    ['a mutation', 'mutation { addBook(input: { title: "x" }) }', operation('mutation', 'addBook', 'ok')],
    ['a field that nobody has', '{ secretOfAStranger }', operation('none', 'none', 'BAD_USER_INPUT')],
    ['no GraphQL', '{', operation('none', 'none', 'BAD_USER_INPUT')],
    ['no query', '', operation('none', 'none', 'BAD_USER_INPUT')],
    ['something too large', `{ ${'busy '.repeat(21)} }`, operation('none', 'none', 'BAD_USER_INPUT')],
    ['something too dear', '{ dear { id } }', operation('query', 'dear', 'BAD_USER_INPUT')],
    [
      'a subscription by POST',
      'subscription { bookAdded { id } }',
      operation('subscription', 'bookAdded', 'BAD_USER_INPUT'),
    ],
  ])('is counted once by field and outcome: %s', async (_, query, labels) => {
    for (let time = 0; time < 2; time++)
      expect(await counted(() => library.owner.post(query))).toEqual({ [labels]: 1 });
  });

  it('makes no series for the names that clients give', async () => {
    await library.owner.post('query Usual { shelf(size: 1) { title } }');
    const before = (await series('graphql_operations_total')).size;
    for (let stranger = 0; stranger < 50; stranger++) {
      await library.owner.post(`query Stranger${stranger} { a${stranger}: shelf(size: 1) { title } }`);
    }
    expect((await series('graphql_operations_total')).size).toBe(before);
    expect((await printMetrics()).text).not.toContain('Stranger');
  });

  it('is timed', async () => {
    const labels = 'kind="query",field="shelf"';
    const before = (await series('graphql_operation_duration_seconds_count')).get(labels) ?? 0;
    await library.owner.post('{ shelf(size: 1) { title } }');
    expect((await series('graphql_operation_duration_seconds_count')).get(labels)).toBe(before + 1);
    expect((await series('graphql_operation_duration_seconds_sum')).get(labels)).toBeLessThan(60);
  });

  it('counts each event of a subscription, each refusal, and who is connected', async () => {
    const timed = async () =>
      (await series('graphql_operation_duration_seconds_count')).get('kind="subscription",field="bookAdded"') ?? 0;
    const timedBefore = await timed();
    const socket = await SocketClient.signedIn(library.url);
    expect([...(await series('graphql_sockets')).values()]).toEqual([1]);
    const added = await counted(async () => {
      socket.subscribe('1', 'subscription { bookAdded { title } }');
      await until(() => library.events.listeners === 1);
      for (const index of [1, 2]) library.events.publish({ bookAdded: bookOf(index) });
      await until(() => socket.heard.filter(({ type }) => type === 'next').length === 2);
      socket.subscribe('2', '{ shelf { title } }');
      await socket.hears('error', '2');
    });
    expect(added).toEqual({
      [operation('subscription', 'bookAdded', 'ok')]: 2,
      [operation('none', 'none', 'BAD_USER_INPUT')]: 1,
    });
    expect(await timed()).toBe(timedBefore + 2);
    socket.end();
    await until(async () => (await series('graphql_sockets')).get('') === 0);
  });
});
