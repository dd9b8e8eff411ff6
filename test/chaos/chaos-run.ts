import { join } from 'node:path';
import { judge } from './audit/judge.js';
import { countApologies } from './audit/judge-tools.js';
import { readRecord } from './audit/database-record.js';
import { settle, type Settled } from './audit/settle.js';
import type { Backend, ChaosOptions } from './chaos-options.js';
import { makeCalls, type ChaosCall } from './events/chaos-call.js';
import { planDeliveries, type Delivery } from './events/deliveries.js';
import { Sender, type Sent } from './events/sender.js';
import type { Control, RunReport } from './run-report.js';
import { Deployment, type DeploymentOptions } from './system/deployment.js';
import { planStrikes } from './system/kill-plan.js';
import { Killer } from './system/killer.js';
import { openWorkspaces } from './system/workspaces.js';

export interface Run {
  backend: Backend;
  seed: number;
  control: Control | null;
}

export interface RunOutcome {
  report: RunReport;
  /** The first few faults of each kind. */
  examples: readonly string[];
}

const workspaceCount = 4;
/** Strikes go on until all is acknowledged, but not for ever: where processes start slowly, some peace is needed. */
const strikesForMs = 60_000;

/** One run, from an empty database to the verdict. */
export async function runOnce(run: Run, options: ChaosOptions): Promise<RunOutcome> {
  const { backend, seed, control } = run;
  const name = [backend, seed, control].filter((part) => part !== null).join('-');
  const logs = options.logs === undefined ? undefined : join(options.logs, name);
  const deployment = await Deployment.start({ backend, probes: probesOf(control), logs });
  try {
    const { apiUrls, postgres } = deployment;
    const workspaces = await openWorkspaces(apiUrls[0] ?? '', postgres.adminUrl, workspaceCount);
    const calls = makeCalls(workspaces, { seed, calls: options.calls, events: options.events });
    const deliveries = planDeliveries(calls, { seed, rate: options.rate });
    const { sent, killer, seconds } = await sendUnderFire(deployment, deliveries, run);
    await killer.killAll();
    const settled = await recover(deployment);
    const record = await readRecord(postgres.adminUrl);
    const tally = judge({ calls, sent, record, left: settled.left });
    const figures = {
      kills: killer.kills,
      ownEnds: deployment.processes.reduce((sum, { ownEnds }) => sum + ownEnds, 0),
    };
    const report: RunReport = {
      ...run,
      ...sendingFigures(calls, sent),
      ...tally.counts,
      ...figures,
      apologies: countApologies(record),
      sentSeconds: seconds,
      drainSeconds: settled.ms / 1000,
    };
    return { report, examples: tally.examples };
  } finally {
    await deployment.discard();
  }
}

/** Without a control the product runs as it is, and what its workers do is counted. */
function probesOf(control: Control | null): DeploymentOptions['probes'] {
  if (control === 'acknowledged-before-commit') return { api: 'early', worker: 'count' };
  return { worker: control === 'effect-apart-from-state' ? 'apart' : 'count' };
}

async function sendUnderFire(deployment: Deployment, deliveries: readonly Delivery[], { seed, backend }: Run) {
  const sender = new Sender(deployment.apiUrls);
  const killer = new Killer(deployment);
  const startedAt = performance.now();
  const fire = killer.carryOut(planStrikes({ seed, backend, forMs: strikesForMs }));
  const sending = sender.sendAll(deliveries);
  try {
    // Fire ends by itself only when something did not come back.
    await Promise.race([sending, fire.then(() => sending)]);
  } finally {
    killer.stop();
  }
  await fire;
  const sent = await sending;
  await sender.close();
  return { sent, killer, seconds: Math.round((performance.now() - startedAt) / 100) / 10 };
}

/** The time begins with the last kill: coming back is part of it. */
async function recover(deployment: Deployment): Promise<Settled> {
  const startedAt = performance.now();
  await deployment.ready();
  const backMs = Math.round(performance.now() - startedAt);
  const { postgres, redis } = deployment;
  const settled = await settle({ adminUrl: postgres.adminUrl, redisUrl: redis?.url });
  return { ...settled, ms: settled.ms + backMs };
}

function sendingFigures(calls: readonly ChaosCall[], sent: readonly Sent[]) {
  const acks = sent.flatMap(({ ackMs }) => ackMs ?? []).sort((a, b) => a - b);
  const at = (share: number) => Math.round(acks[Math.min(acks.length - 1, Math.floor(acks.length * share))] ?? 0);
  const acknowledged = new Set(sent.filter(({ ackMs }) => ackMs !== undefined).map(({ event }) => event));
  return {
    events: calls.reduce((sum, call) => sum + call.events.length, 0),
    deliveries: sent.length,
    acknowledged: acknowledged.size,
    attempts: sent.reduce((sum, { attempts }) => sum + attempts, 0),
    ackMs: { p50: at(0.5), p99: at(0.99), max: at(1) },
  };
}
