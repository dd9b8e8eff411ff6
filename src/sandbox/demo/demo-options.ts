import { parseArgs } from 'node:util';
import { InvalidInput } from '../../kernel/errors/index.js';
import type { Scenario } from '../caller/scenario.js';
import type { Speed } from '../player/play-call.js';
import { findScenario, scenarios } from '../scenarios/scenarios.js';

export interface DemoOptions {
  show: 'calls' | 'list' | 'help';
  /** Played one after the other, from the first again. */
  scenarios: readonly Scenario[];
  speed: Speed;
  count: number;
  url: string | undefined;
  /** A number to be rung, on the route that it has, instead of calls of the restaurant's own. */
  ring: RingWish | undefined;
}

export interface RingWish {
  number: string;
  /** The scenario's caller where it is left out. */
  from: string | undefined;
  /** Its key; the scenario that the line is usually tried with where it is left out. */
  scenario: string | undefined;
  /** What the number is expected to lead to. */
  route: 'vapi' | 'twilio' | undefined;
}

const mostCalls = 10_000;

/** @throws DemoOptionRefused */
export function readDemoOptions(argv: readonly string[]): DemoOptions {
  const values = parsed(argv);
  return {
    show: values.help ? 'help' : values.list ? 'list' : 'calls',
    scenarios: scenariosNamed(values.scenario),
    speed: speedOf(values.speed),
    count: countOf(values.count),
    url: urlOf(values.url),
    ring: ringOf(values),
  };
}

/** What was typed cannot be played. */
class DemoOptionRefused extends InvalidInput {
  constructor(en: string, fr: string) {
    super('SANDBOX.OPTION_REFUSED', {
      en: `${en} See npm run demo -- --help.`,
      fr: `${fr} Voir npm run demo -- --help.`,
    });
  }
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options }).values;
  } catch {
    // Node's own words are English only.
    throw new DemoOptionRefused(
      `Not understood: ${argv.join(' ')}. An option is unknown or lacks its value.`,
      `Incompris : ${argv.join(' ')}. Une option est inconnue ou sans valeur.`,
    );
  }
}

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;
const options = {
  scenario: text,
  speed: { ...text, default: '1' },
  count: { ...text, default: '1' },
  url: text,
  ring: text,
  from: text,
  route: text,
  list: flag,
  help: { ...flag, short: 'h' },
} as const;

function scenariosNamed(key: string | undefined): readonly Scenario[] {
  if (key === undefined) return scenarios;
  const scenario = findScenario(key);
  if (scenario) return [scenario];
  const known = scenarios.map((each) => each.key).join(', ');
  throw new DemoOptionRefused(`There is no scenario ${key}: ${known}.`, `Il n’y a pas de scénario ${key} : ${known}.`);
}

function speedOf(value: string): Speed {
  if (value === 'fast') return 'fast';
  const speed = Number(value);
  if (speed > 0 && speed <= 1000) return speed;
  throw new DemoOptionRefused(
    '--speed is fast, or a number above 0: 1 is real time.',
    '--speed vaut fast, ou un nombre supérieur à 0 : 1 est le temps réel.',
  );
}

function countOf(value: string): number {
  const count = Number(value);
  if (Number.isInteger(count) && count >= 1 && count <= mostCalls) return count;
  throw new DemoOptionRefused(
    `--count is a whole number from 1 to ${mostCalls}.`,
    `--count est un nombre entier de 1 à ${mostCalls}.`,
  );
}

function ringOf({ ring, from, route, scenario }: ReturnType<typeof parsed>): RingWish | undefined {
  if (ring === undefined && (from !== undefined || route !== undefined)) {
    throw new DemoOptionRefused(
      '--from and --route go with --ring <number>.',
      '--from et --route accompagnent --ring <numéro>.',
    );
  }
  if (ring === undefined) return undefined;
  if (route !== undefined && route !== 'vapi' && route !== 'twilio') {
    throw new DemoOptionRefused('--route is vapi or twilio.', '--route vaut vapi ou twilio.');
  }
  return { number: numberOf(ring, '--ring'), from: from && numberOf(from, '--from'), scenario, route };
}

/** People write numbers with spaces. */
function numberOf(value: string, option: string): string {
  const number = value.replaceAll(/[\s.()-]/g, '');
  if (/^\+[1-9]\d{6,14}$/.test(number)) return number;
  throw new DemoOptionRefused(
    `${option} is a number with its country, such as +33123456789.`,
    `${option} est un numéro avec son pays, par exemple +33123456789.`,
  );
}

function urlOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)) return new URL(value).origin;
  throw new DemoOptionRefused(
    '--url is the address of the server, such as http://localhost:3000.',
    '--url est l’adresse du serveur, par exemple http://localhost:3000.',
  );
}
