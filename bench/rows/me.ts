import { isDeepStrictEqual } from 'node:util';
import { ask } from '../load/ask.js';
import { sendRepeatedly, type RepeatedRequest } from '../load/graphql-load.js';
import { me } from '../load/queries.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import type { Stage } from '../stage/stage.js';
import { inTurns, type Row } from './row.js';

/** What GraphQL, its limits and the check of the session cost, around a single statement. */
export const meRow: Row = {
  key: 'me',
  title: `GraphQL: ${me}`,
  perBackend: false,
  async run(stage: Stage): Promise<Figure[]> {
    const api = await stage.startApi();
    const bare = await stage.startReference('bench/bare-me.js', { BENCH_ADMIN_URL: stage.cluster.adminUrl });
    try {
      const { accessToken: token } = await stage.openWorkspace(api);
      const url = { product: `${await api.url()}/graphql`, reference: `${await bare.url()}/me` };
      const own = await ask({ url: url.product, token, body: { query: me } });
      const same = isDeepStrictEqual(own, await ask({ url: url.reference, token }));
      if (!same) throw new Error('The server and its reference do not answer the same.');
      const shared = { headers: { authorization: `Bearer ${token}` }, seconds: stage.quick ? 2 : 5 };
      const product: RepeatedRequest = {
        ...shared,
        url: url.product,
        method: 'POST',
        body: JSON.stringify({ query: me }),
      };
      const reference: RepeatedRequest = { ...shared, url: url.reference, method: 'GET' };
      await sendRepeatedly(product);
      await sendRepeatedly(reference);
      const rounds = await inTurns(
        stage.quick ? 2 : 5,
        () => sendRepeatedly(product),
        () => sendRepeatedly(reference),
      );
      return [judge(rounds)];
    } finally {
      await Promise.all([api.stop(), bare.stop()]);
    }
  },
};

function judge(rounds: readonly { product: number; reference: number }[]): Figure {
  return figure(meRow.key, null, {
    what: `GraphQL, ${me}`,
    unit: 'queries/s',
    measured: median(rounds.map(({ product }) => product)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(rounds.map(({ product, reference }) => product / reference)),
    target: { of: 'ratio', atLeast: 0.4 },
    detail: { rounds },
  });
}
