import { SeededDraw } from '../../../src/sandbox/index.js';
import type { Backend } from '../chaos-options.js';

/** `nth` of the processes, counted round those that are worth it. */
export type Target = { kind: 'process'; nth: number } | { kind: 'postgres' } | { kind: 'redis' };

export interface Strike {
  atMs: number;
  target: Target;
}

/** Milliseconds between two strikes at one of the four processes, at PostgreSQL, at Redis. */
const every: Record<Target['kind'], number> = { process: 2_000, postgres: 6_000, redis: 5_000 };
/** Whether they meet is left to chance: each strike comes so much earlier or later. */
const jitterMs = 700;

export interface StrikeOptions {
  seed: number;
  backend: Backend;
  forMs: number;
}

/** Who is killed when, a plan for each kind of target; the same seed strikes the same. */
export function planStrikes({ seed, backend, forMs }: StrikeOptions): Strike[][] {
  const draw = new SeededDraw(`chaos ${seed} strikes`);
  const plan = (kind: Target['kind'], targetOf: (index: number) => Target) =>
    Array.from({ length: Math.ceil(forMs / every[kind]) }, (_, index) => ({
      atMs: (index + 0.75) * every[kind] + draw.between(`${kind} ${index} time`, -jitterMs, jitterMs),
      target: targetOf(index),
    }));
  return [
    plan('process', (index) => ({ kind: 'process', nth: Math.floor(draw.between(`process ${index}`, 0, 12)) })),
    plan('postgres', () => ({ kind: 'postgres' })),
    backend === 'redis' ? plan('redis', () => ({ kind: 'redis' })) : [],
  ];
}
