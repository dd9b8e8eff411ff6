import { setTimeout as pause } from 'node:timers/promises';
import type { Stage } from './stage.js';

/** Runs some work and tells how many statements on data the server sent meanwhile. */
export type Counted = (work: () => Promise<unknown>) => Promise<number>;

/** For the log of the database to be written. */
const settleMs = 200;
/** As PostgreSQL logs them: `LOG:  execute calls-page: SELECT …`, `LOG:  statement: SELECT …`. */
const logged = /^.*LOG: {2}(?:statement|execute [^:]*): (.*)$/gm;
/** The frame of a transaction: it moves no data. */
const frame = /^\s*(BEGIN|START|COMMIT|ROLLBACK|SET|RESET|DISCARD|LISTEN|SELECT set_config\()/i;

/** Counts by the database's own log, on a server of its own whose every statement is logged. */
export async function countStatements(
  stage: Stage,
  work: (url: string, counted: Counted) => Promise<void>,
): Promise<void> {
  const { admin, url } = stage.cluster;
  const login = new URL(url).username;
  await admin.query(`ALTER ROLE "${login}" SET log_statement = 'all'`);
  try {
    const api = await stage.startApi();
    try {
      await work(await api.url(), (counted) => countDuring(stage, counted));
    } finally {
      await api.stop();
    }
  } finally {
    await admin.query(`ALTER ROLE "${login}" RESET log_statement`);
  }
}

async function countDuring({ cluster }: Stage, work: () => Promise<unknown>): Promise<number> {
  await pause(settleMs);
  const start = cluster.logSize();
  await work();
  await pause(settleMs);
  const statements = [...cluster.logSince(start).matchAll(logged)].map(([, text = '']) => text);
  return statements.filter((text) => !frame.test(text)).length;
}
