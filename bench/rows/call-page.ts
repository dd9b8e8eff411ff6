import { ask } from '../load/ask.js';
import { sendClosedLoop } from '../load/closed-loop.js';
import { interleave, scriptCalls } from '../load/calls.js';
import { fullLine } from '../load/line.js';
import { callPage } from '../load/queries.js';
import { wholeCalls } from '../load/scenarios.js';
import { figure, type Figure } from '../report/figure.js';
import { median } from '../report/statistics.js';
import type { ServerProcess } from '../stage/server-process.js';
import { countStatements } from '../stage/statement-count.js';
import type { Stage } from '../stage/stage.js';
import { compareAnswers } from './compare-answers.js';
import type { Row } from './row.js';

const pageSize = 50;
const pageSizes = [1, 10, 50, 100];

/** A page of calls with their assistant, by who is signed in, under row-level security. */
export const callPageRow: Row = {
  key: 'calls',
  title: `GraphQL: page of ${pageSize} calls with assistant`,
  perBackend: false,
  async run(stage: Stage): Promise<Figure[]> {
    const api = await stage.startApi();
    try {
      const { id, accessToken } = await stage.openWorkspace(api);
      await recordCalls(stage, api, stage.quick ? 2_000 : 12_000);
      const rate = await compare(stage, api, { workspaceId: id, accessToken });
      const statements = await statementsByPageSize(stage, accessToken);
      return [rate, judgeStatements(statements)];
    } finally {
      await api.stop();
    }
  },
};

/** Calls that came in by the real way, so that the page reads what production reads. */
async function recordCalls(stage: Stage, api: ServerProcess, events: number): Promise<void> {
  await stage.reset();
  const calls = scriptCalls(wholeCalls, fullLine, events);
  const requests = interleave(calls.map((call) => call.events)).map((event) => stage.signer.sign(event).request);
  const worker = await stage.startWorker();
  try {
    await sendClosedLoop({ port: await api.port(), connections: 32, requests });
    await stage.untilProcessed();
  } finally {
    await worker.stop();
  }
  await stage.cluster.admin.query('ANALYZE');
}

interface SignedIn {
  workspaceId: string;
  accessToken: string;
}

async function compare(stage: Stage, api: ServerProcess, { workspaceId, accessToken }: SignedIn): Promise<Figure> {
  const settings = { BENCH_ADMIN_URL: stage.cluster.adminUrl, BENCH_WORKSPACE: workspaceId };
  const bare = await stage.startReference('bench/bare-graphql.js', settings);
  try {
    const body = { query: callPage, variables: { first: pageSize } };
    const rounds = await compareAnswers(stage, {
      product: { url: `${await api.url()}/graphql`, token: accessToken, body },
      reference: { url: `${await bare.url()}/graphql`, body },
    });
    return judgeRate(rounds);
  } finally {
    await bare.stop();
  }
}

function judgeRate(rounds: readonly { product: number; reference: number }[]): Figure {
  return figure(callPageRow.key, null, {
    what: `GraphQL, page of ${pageSize} calls with assistant`,
    unit: 'pages/s',
    measured: median(rounds.map(({ product }) => product)),
    reference: median(rounds.map(({ reference }) => reference)),
    ratio: median(rounds.map(({ product, reference }) => product / reference)),
    target: { of: 'ratio', atLeast: 0.6 },
    detail: { rounds },
  });
}

async function statementsByPageSize(stage: Stage, accessToken: string): Promise<Record<number, number>> {
  const counts: Record<number, number> = {};
  await countStatements(stage, async (url, counted) => {
    for (const first of pageSizes) {
      const body = { query: callPage, variables: { first } };
      counts[first] = await counted(() => ask({ url: `${url}/graphql`, token: accessToken, body }));
    }
  });
  return counts;
}

function judgeStatements(statements: Record<number, number>): Figure {
  return figure(callPageRow.key, null, {
    what: 'data statements for a page, whatever its size',
    unit: 'statements',
    measured: Math.max(...Object.values(statements)),
    target: { of: 'measured', atMost: 4 },
    detail: { byPageSize: statements },
  });
}
