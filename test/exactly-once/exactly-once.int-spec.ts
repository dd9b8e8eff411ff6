import { BookingTrial } from './booking-trial.js';
import { watchLives } from './life.js';
import { mostWords, scheduleOf, undisturbed } from './schedule.js';

describe('a booking by voice', () => {
  let trial: BookingTrial;
  let unwatch: () => void;

  beforeAll(async () => {
    unwatch = watchLives();
    trial = await BookingTrial.start();
  }, 60_000);
  afterAll(async () => {
    unwatch();
    await trial.close();
  });

  it.each(['plain', 'confirmed', 'seats'] as const)('has no more words than are tried one by one: %s', async (kind) => {
    const { violations, words } = await trial.play(undisturbed(kind), { plain: 400, confirmed: 401, seats: 402 }[kind]);
    expect(violations).toEqual([]);
    expect(words).toBeLessThan(mostWords);
  });

  it('is made once and told once, wherever the process dies on the way', async () => {
    const violations: string[] = [];
    // Some deaths of the systematic ones; `npm run exactly-once` plays them all, and thousands by chance.
    for (let index = 0; index < mostWords * 6; index += 13)
      violations.push(...(await trial.play(scheduleOf(index, 1), index)).violations);
    expect(violations).toEqual([]);
  }, 120_000);

  it('is made once and told once, whatever chance brings', async () => {
    const violations: string[] = [];
    for (let index = 300; index < 312; index += 1)
      violations.push(...(await trial.play(scheduleOf(index, 7), index)).violations);
    expect(violations).toEqual([]);
  }, 120_000);
});
