import 'reflect-metadata';
import { setTimeout as pause } from 'node:timers/promises';
import type { RequestContext } from '../../../src/kernel/context/index.js';
import { sql, type UnitOfWork } from '../../../src/kernel/database/index.js';
import { InboxWriter } from '../../../src/webhooks/inbox/inbox-writer.js';
import { ClaimWorker } from '../../../src/webhooks/relay/claim-worker.js';
import { countEffects } from '../audit/counted-effects.js';

/**
 * - `count`: the product, and a row for each effect in the very transaction of the effect;
 * - `apart`, a control: effects are committed in a transaction of their own, and the state after them;
 * - `early`, a control: an event is acknowledged before it is committed.
 */
export type ProbeMode = 'count' | 'apart' | 'early';

type Apply = (this: Worker, ctx: RequestContext, rows: readonly { id: string }[], loaded: unknown) => Promise<void>;

/** What the probe needs to know of the inside of a `ClaimWorker`. */
interface Worker {
  readonly unitOfWork: UnitOfWork;
}

/** As long as a careless handler takes between its effect and its mark: a call to a vendor, say. */
const gapMs = 50;

const modes: Record<ProbeMode, () => void> = { count: countThem, apart: commitEffectsApart, early: acknowledgeEarly };

/** Loaded into the processes under test before the server, by `--import`: what must fail is never part of the product. */
const mode = process.env.CHAOS_PROBE;
if (mode === undefined || !Object.hasOwn(modes, mode)) throw new Error('CHAOS_PROBE names no mode of the probe.');
modes[mode as ProbeMode]();

function countThem(): void {
  replaceApply(
    (apply) =>
      async function (ctx, rows, loaded) {
        await apply.call(this, ctx, rows, loaded);
        await count(ctx, rows);
      },
  );
}

function commitEffectsApart(): void {
  replaceApply(
    (apply) =>
      async function (ctx, rows, loaded) {
        const { tx: _, ...apart } = ctx;
        const effectsOnly = variant(this, { events: { finish: async () => undefined } });
        await this.unitOfWork.run(apart, async (own) => {
          await apply.call(effectsOnly, own, rows, loaded);
          await count(own, rows);
        });
        await pause(gapMs);
        const stateOnly = variant(this, { bySource: () => new Map() });
        await apply.call(stateOnly, ctx, rows, loaded);
      },
  );
}

function acknowledgeEarly(): void {
  const { store } = InboxWriter.prototype;
  InboxWriter.prototype.store = function (event) {
    store.call(this, event).catch(() => undefined);
    return Promise.resolve();
  };
}

function replaceApply(change: (apply: Apply) => Apply): void {
  const prototype = ClaimWorker.prototype as unknown as { apply?: Apply };
  if (prototype.apply?.length !== 3) throw new Error('ClaimWorker has changed: the probe no longer fits it.');
  prototype.apply = change(prototype.apply);
}

/** The same worker but for some of its parts. */
function variant(worker: Worker, parts: object): Worker {
  return Object.assign(Object.create(worker) as Worker, parts);
}

async function count(ctx: RequestContext, rows: readonly { id: string }[]): Promise<void> {
  await sql(ctx, countEffects, [rows.map(({ id }) => id)]);
}
