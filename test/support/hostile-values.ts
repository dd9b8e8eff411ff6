/** Texts that have broken other servers, by what they try. All of them are legitimate strings of JSON. */
export const hostileTexts: Readonly<Record<string, string>> = {
  empty: '',
  blanks: ' \t ',
  sql: `'; DROP TABLE users; --`,
  'sql condition': `' OR '1'='1`,
  'sql dollar quotes': '$$ || pg_sleep(9) || $$ $1 :name ?',
  script: '<script>alert(1)</script><img src=x onerror=alert(1)>',
  template: '{{7*7}} ${7*7} #{7*7} %s %n',
  'mail header': 'Camille\r\nBcc: everyone@example.fr',
  wildcards: '%_\\%',
  path: '../../../../etc/passwd',
  prototype: '__proto__',
  constructor: 'constructor',
  operator: '{"$ne": null}',
  separator: 'one | two | three',
  nul: 'a\u0000b',
  'half a pair': 'a\ud83db',
  'other half': '\udc00',
  'right to left': '\u202eetaf\u202c \u200f\u2066x\u2069',
  invisible: '\ufeffa\u200b\u2028b',
  emoji: '👩‍👩‍👧‍👦🇫🇷é\u0301',
  stacked: `Z${'\u0336\u0353'.repeat(300)}`,
  long: 'é '.repeat(15_000),
  'very long word': 'a'.repeat(5_000),
};

/** Values of the wrong kind wherever a scalar stands. */
const wrongKinds: readonly unknown[] = [null, true, 12, -1.5, 1e300, {}, { a: { b: 1 } }, [], [[['x']]], ['x', null]];

const moments: readonly unknown[] = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '9999-12-31T23:59:59-12:00',
  '9999-12-31T23:59:59.999999999Z',
  '275760-09-13T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '-000001-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-06-30T23:59:60Z',
  '2026-01-01',
  'infinity',
  'now',
  1_767_225_600_000,
];

const integers: readonly unknown[] = [0, -1, 101, 2 ** 31 - 1, -(2 ** 31), 2 ** 31, 2 ** 53, 1e21, 1.5, '1', '١'];

const numbers: readonly unknown[] = ['+330', '+33 1 99 00 00 00', '0199000000', '+33199000000\n', `+${'9'.repeat(40)}`];

const addresses: readonly unknown[] = [
  'a@b',
  'someone@example.fr\r\nBcc: x@example.fr',
  'Someone <someone@example.fr>',
  `${'a'.repeat(65)}@example.fr`,
  `x@${'a.'.repeat(2_000)}fr`,
];

const worst = ['empty', 'sql', 'nul', 'half a pair', 'long'];

/** Those that found most faults. */
const worstTexts: readonly string[] = worst.flatMap((name) => hostileTexts[name] ?? []);

export interface HostileOptions {
  /** Ids that exist, of another kind or of somebody else. */
  foreign: readonly string[];
  /** Fewer texts, for places whose like has been tried with all. */
  brief: boolean;
}

/** What to put in the place of a value of this type. */
export function hostileValues(type: string, { foreign, brief }: HostileOptions): unknown[] {
  const texts = brief ? worstTexts : Object.values(hostileTexts);
  const others = brief ? [null, 12, {}] : wrongKinds;
  if (type === 'String') return [...texts, null, 12, {}, ['x']];
  if (type === 'ID') return [...texts, ...others, ...foreign, ...foreign.map((id) => id.toUpperCase())];
  if (type === 'DateTime') return [...moments, ...others];
  if (type === 'Int') return [...integers, ...others];
  if (type === 'PhoneNumber') return [...texts, ...numbers, ...others];
  if (type === 'EmailAddress') return [...texts, ...addresses, ...others];
  if (type === 'JSON') return [...texts.map((text) => ({ [text]: text, algorithm: text })), nested(40), ...others];
  return [hostileTexts.sql, hostileTexts.nul, hostileTexts.prototype, ...wrongKinds];
}

function nested(levels: number): unknown {
  return levels === 0 ? 1 : { algorithm: nested(levels - 1) };
}
