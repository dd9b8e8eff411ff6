import { me } from '../load/queries.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import type { Stage } from '../stage/stage.js';
import { compareAnswers } from './compare-answers.js';
import type { Row } from './row.js';

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
      const rounds = await compareAnswers(stage, {
        product: { url: `${await api.url()}/graphql`, token, body: { query: me } },
        reference: { url: `${await bare.url()}/me`, token },
      });
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
