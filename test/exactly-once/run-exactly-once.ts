import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { ExactlyOnceBooking } from '../../src/calendar/bookings/exactly-once-booking.js';
import { BookingTrial } from './booking-trial.js';
import { killServers, type Killed } from './kill-servers.js';
import { watchLives } from './life.js';
import { scheduleOf } from './schedule.js';

const help = `npm run exactly-once -- [options]

  --schedules N   how many bookings with everything that goes wrong on their way (default 3000)
  --seed N        what chance follows from (default 1)
  --kills N       kills the server itself N times (kill -9) in the middle of a booking, instead of schedules
  --control       books without looking for what was booked already: there must be violations
`;

/** `npm run exactly-once`. @returns the exit code: 0 only when every booking was made once, and told so; the control must fail at that. */
export async function runExactlyOnce(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      schedules: { type: 'string', default: '3000' },
      seed: { type: 'string', default: '1' },
      kills: { type: 'string' },
      control: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(help);
    return 0;
  }
  const [schedules, seed] = [Number(values.schedules), Number(values.seed)];
  if (values.kills !== undefined) return reportKills(await killServers(Number(values.kills), seed), seed);
  const unwatch = watchLives();
  const trial = await BookingTrial.start();
  if (values.control) neverLook(trial);
  try {
    const played = await playAll(trial, schedules, seed);
    report(played, schedules, seed);
    return (played.violations.length === 0) === !values.control ? 0 : 1;
  } finally {
    unwatch();
    await trial.close();
  }
}

interface Played {
  violations: string[];
  deaths: number;
  words: number;
}

async function playAll(trial: BookingTrial, schedules: number, seed: number): Promise<Played> {
  const played: Played = { violations: [], deaths: 0, words: 0 };
  for (let index = 0; index < schedules; index += 1) {
    const schedule = scheduleOf(index, seed);
    const { violations, words } = await trial.play(schedule, index);
    played.violations.push(...violations);
    for (const violation of violations) say(`  ${violation}\n`);
    played.deaths += schedule.rounds.flat().filter((death) => death !== undefined).length;
    played.words = Math.max(played.words, words);
    if ((index + 1) % 500 === 0) say(`${index + 1} schedules, ${played.violations.length} violations\n`);
  }
  return played;
}

/** Without the look, whatever is asked for again is booked again, or believed to be somebody else's. */
function neverLook(trial: BookingTrial): void {
  const booking = trial.calendar.intake.app.app.get(ExactlyOnceBooking, { strict: false });
  Object.assign(booking, { look: () => Promise.resolve(undefined) });
}

function report({ violations, deaths, words }: Played, schedules: number, seed: number): void {
  const figures = { schedules, seed, deaths, longestWay: words, violations: violations.length };
  say(`${JSON.stringify(figures)}\n`);
}

function reportKills({ violations, ...figures }: Killed, seed: number): number {
  for (const violation of violations.slice(0, 20)) say(`  ${violation}\n`);
  say(`${JSON.stringify({ seed, ...figures, violations: violations.length })}\n`);
  return violations.length === 0 ? 0 : 1;
}

function say(text: string): void {
  process.stdout.write(text);
}
