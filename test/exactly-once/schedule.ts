import { SeededDraw } from '../../src/sandbox/index.js';
import type { Fault } from '../../src/sandbox/index.js';
import type { Death } from './life.js';

export type Kind = 'plain' | 'confirmed' | 'seats';

/** One booking with everything that goes wrong on the way. */
export interface Schedule {
  seed: string;
  kind: Kind;
  /** What Cal.com does to the requests to book, in order. */
  faults: readonly Fault[];
  /** Each round delivers the same tool call to so many processes at once, with what becomes of each. */
  rounds: readonly (readonly (Death | undefined)[])[];
  /** The model asks the same thing again, under another id. */
  asksTwice: boolean;
}

/** More than an undisturbed way to an answer has. */
export const mostWords = 48;

const faults: readonly Fault[] = [
  { kind: 'cut', when: 'after' },
  { kind: 'cut', when: 'before' },
  { kind: 'status', status: 502 },
  { kind: 'malformed' },
];

/** A booking with nothing wrong. */
export function undisturbed(kind: Kind): Schedule {
  return { seed: 'undisturbed', kind, faults: [], rounds: [], asksTwice: false };
}

/** Every word of every kind of booking dies once, before and after; then whatever chance brings. */
export function scheduleOf(index: number, seed: number): Schedule {
  const systematic = mostWords * 2 * 3;
  return index < systematic ? oneDeath(index) : byChance(`${seed}:${index}`);
}

function oneDeath(index: number): Schedule {
  const [kinds, when] = [['plain', 'confirmed', 'seats'] as const, ['before', 'after'] as const];
  const death = { at: Math.floor(index / 6) + 1, when: when[index % 2] ?? 'before' };
  const kind = kinds[Math.floor(index / 2) % 3] ?? 'plain';
  return { seed: `one death ${index}`, kind, faults: [], rounds: [[death]], asksTwice: false };
}

function byChance(seed: string): Schedule {
  const draw = new SeededDraw(seed);
  const below = (what: string, most: number) => Math.min(most - 1, Math.floor(draw.between(what, 0, most)));
  const kind = (['plain', 'confirmed', 'seats'] as const)[below('kind', 3)] ?? 'plain';
  const rounds = Array.from({ length: below('rounds', 3) + 1 }, (_, round) =>
    Array.from({ length: below(`lives ${round}`, 5) + 1 }, (__, life) => deathOf(draw, `${round} ${life}`)),
  );
  const wrong = Array.from(
    { length: below('faults', 3) },
    (_, index) => faults[below(`fault ${index}`, faults.length)],
  );
  return {
    seed,
    kind,
    faults: wrong.filter((fault) => fault !== undefined),
    rounds,
    asksTwice: draw.between('asks twice', 0, 1) < 0.3,
  };
}

function deathOf(draw: SeededDraw, what: string): Death | undefined {
  if (draw.between(`lives on ${what}`, 0, 1) < 0.25) return undefined;
  const at = Math.ceil(draw.between(`word ${what}`, 0, mostWords));
  return { at, when: draw.between(`when ${what}`, 0, 1) < 0.5 ? 'before' : 'after' };
}
