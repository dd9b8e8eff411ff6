import { SeededDraw } from '../../src/sandbox/index.js';
import { KilledServer, orderAt, type Order } from './killed-server.js';

/** What came of killing servers. */
export interface Killed {
  violations: string[];
  kills: number;
  /** Kills that came before the answer did. */
  unanswered: number;
}

/** A little longer than a booking takes, so that some kills come after the answer. */
const longestMs = 90;

/** Kills the server again and again in the middle of bookings, starts it again, and looks whether each was booked once. */
export async function killServers(kills: number, seed: number): Promise<Killed> {
  const server = await KilledServer.open();
  const draw = new SeededDraw(`kill -9 ${seed}`);
  const result: Killed = { violations: [], kills, unanswered: 0 };
  try {
    // What is loaded late is loaded now.
    await server.ask(orderAt(kills));
    for (let index = 0; index < kills; index += 1) {
      const order = orderAt(index);
      const first = await killAfter(server, order, draw.between(`kill ${index}`, 0, longestMs));
      if (first === null) result.unanswered += 1;
      result.violations.push(...(await violations(server, order, first)));
    }
    return result;
  } finally {
    await server.close();
  }
}

async function killAfter(server: KilledServer, order: Order, ms: number): Promise<string | null> {
  const asked = server.ask(order);
  await new Promise((resolve) => setTimeout(resolve, ms));
  await server.kill();
  const answer = await asked;
  await server.passTime();
  await server.start();
  return answer;
}

async function violations(server: KilledServer, order: Order, first: string | null): Promise<string[]> {
  const heard = [first, await askAgain(server, order), await askAgain(server, order)];
  const answers = new Set(heard.filter((answer) => answer !== null));
  const { there, here } = await server.made(order);
  const [answer = ''] = answers;
  const wrong = [
    [there.length !== 1, `${there.length} bookings`],
    [here.length !== 1 || here[0] !== there[0], `${here.length} rows for it`],
    [answers.size !== 1, `${answers.size} answers: ${[...answers].join(' | ')}`],
    [!answer.startsWith('C’est réservé'), `it was told otherwise: ${answer}`],
  ] as const;
  const faults = wrong.flatMap(([isWrong, what]) => (isWrong ? [`${order.start.toISOString()}: ${what}`] : []));
  return faults.length === 0 ? [] : [...faults, ...server.troubles];
}

/** As Vapi does where nobody answers. */
async function askAgain(server: KilledServer, order: Order): Promise<string | null> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await server.ask(order);
    if (answer !== null) return answer;
  }
  return null;
}
