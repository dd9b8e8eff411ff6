import type { Figure } from '../report/figure.js';
import type { Stage } from '../stage/stage.js';

/** A row of the table of targets. */
export interface Row {
  /** As in `--only <key>`. */
  key: string;
  title: string;
  /** Whether the queue's backend takes part, so that the row runs on each. */
  perBackend: boolean;
  run(stage: Stage): Promise<Figure[]>;
}

/** Runs product and reference in turns (A B A B …), since the machine is not the same from one minute to the next. */
export async function inTurns<A, B>(
  rounds: number,
  product: (round: number) => Promise<A>,
  reference: (round: number) => Promise<B>,
): Promise<{ product: A; reference: B }[]> {
  const results: { product: A; reference: B }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    results.push({ product: await product(round), reference: await reference(round) });
  }
  return results;
}

/** Rounds of 10 s, after one to warm up. */
export async function severalRounds<A>(stage: Stage, play: (seconds: number) => Promise<A>): Promise<A[]> {
  const [count, seconds] = stage.quick ? [1, 3] : [3, 10];
  await play(seconds);
  const rounds: A[] = [];
  for (let round = 0; round < count; round += 1) rounds.push(await play(seconds));
  return rounds;
}
