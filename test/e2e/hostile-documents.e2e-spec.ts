import { ask } from '../support/answers.js';
import { keepBlameless } from '../support/blameless.js';
import { signUp } from '../support/people.js';
import { refusalOf } from '../support/refusals.js';
import { startServer } from '../support/server.js';

const server = await startServer();
keepBlameless(server);
const owner = await signUp(server.client);

const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join(' ');

/** Each fragment spreads the next one twice: the last one stands in the first a billion times. */
const laughs = (levels: number) =>
  `{ me { ...f0 } } ${times(levels, (i) => `fragment f${i} on User { ...f${i + 1} ...f${i + 1} }`)} fragment f${levels} on User { id }`;

describe('a document that asks too much', () => {
  it.each<[string, string, string]>([
    ['10,000 aliases', `{ ${times(10_000, (i) => `a${i}: me { id }`)} }`, 'GRAPHQL.TOO_LONG'],
    ['16 aliases', `{ ${times(16, (i) => `a${i}: me { id }`)} }`, 'GRAPHQL.TOO_MANY_ALIASES'],
    [
      'aliases in a fragment',
      `{ me { ...f } } fragment f on User { ${times(16, (i) => `a${i}: id`)} }`,
      'GRAPHQL.TOO_MANY_ALIASES',
    ],
    [
      '16 passwords at once',
      `mutation { ${times(16, (i) => `a${i}: signIn(input: { email: "a@b.fr", password: "${i}" }) { accessToken }`)} }`,
      'GRAPHQL.TOO_MANY_ALIASES',
    ],
    ['depth 50', `{ me { ${'memberships { user { '.repeat(25)} id ${'} }'.repeat(25)} } }`, 'GRAPHQL.TOO_DEEP'],
    [
      'depth 9 through fragments',
      `{ me { ...a } } fragment a on User { memberships { user { ...b } } } fragment b on User { memberships { user { ...c } } } fragment c on User { memberships { user { memberships { role } } } }`,
      'GRAPHQL.TOO_DEEP',
    ],
    ['10,000 directives', `{ me { id ${'@include(if: true)'.repeat(10_000)} } }`, 'GRAPHQL.TOO_LONG'],
    ['120 directives', `{ me { id ${'@include(if:true)'.repeat(120)} } }`, 'GRAPHQL.TOO_MANY_DIRECTIVES'],
    ['unknown directives', `{ me { id ${'@a'.repeat(400)} } }`, 'GRAPHQL.TOO_MANY_DIRECTIVES'],
    [
      'directives on variables',
      `query (${times(11, (i) => `$a${i}: Int @a`)}) { me { id } }`,
      'GRAPHQL.TOO_MANY_DIRECTIVES',
    ],
    ['one field over and over', `{ me { ${'id '.repeat(400)} } }`, 'GRAPHQL.TOO_MANY_REPEATS'],
    ['a billion laughs', laughs(40), 'GRAPHQL.TOO_MANY_FIELDS'],
    ['3,000 tokens', `{ me { ${'id '.repeat(3_000)} } }`, 'GRAPHQL.TOO_MANY_TOKENS'],
    ['a megabyte', `{ me { id } } # ${'x'.repeat(900_000)}`, 'GRAPHQL.TOO_LONG'],
    [
      'nested lists',
      `{ calls(first: 100) { nodes { workspace { members { workspace { members { role } } } } } } }`,
      'GRAPHQL.TOO_COSTLY',
    ],
    [
      'nested lists by variable',
      `query ($n: Int) { calls(first: $n) { nodes { workspace { members { workspace { members { role } } } } } } }`,
      'GRAPHQL.TOO_COSTLY',
    ],
  ])('is refused for %s', async (_, query, reason) => {
    expect(await refusalOf(owner.client, query, query.includes('$n') ? { n: 100 } : {})).toBe(reason);
  });

  it.each<[string, string]>([
    ['15 aliases', `{ ${times(15, (i) => `a${i}: me { id }`)} }`],
    ['8 levels', '{ me { memberships { user { memberships { user { memberships { user { id } } } } } } } }'],
    ['10 directives', `{ me { ${times(10, (i) => `a${i}: id @include(if: true)`)} } }`],
    ['a page of 100', '{ calls(first: 100) { nodes { id workspace { id } } } }'],
  ])('is answered for as much as may be asked: %s', async (_, query) => {
    expect((await ask(owner.client, query)).errors).toEqual([]);
  });

  it('leaves the server quick for others', async () => {
    const from = performance.now();
    const bombs = Array.from({ length: 20 }, (_, i) => ask(owner.client, `${laughs(30)} # ${i}`));
    await owner.client.ask('{ me { id } }');
    expect(performance.now() - from).toBeLessThan(2_000);
    await Promise.all(bombs);
  });
});

describe('a document that is none', () => {
  it.each<[string, string]>([
    ['a fragment of itself', `{ me { ...a } } fragment a on User { id ...a }`],
    [
      'fragments in a ring',
      `{ me { ...a } } fragment a on User { ...b } fragment b on User { ...c } fragment c on User { ...a }`,
    ],
    ['a ring that nobody spreads', `{ me { id } } fragment a on User { ...b } fragment b on User { ...a }`],
    ['an unknown fragment', `{ me { ...__schema } }`],
    ['an unused fragment', `{ me { id } } fragment __schema on User { id }`],
    ['two fragments of one name', `{ me { ...a } } fragment a on User { id } fragment a on User { name }`],
    ['a fragment on a scalar', `{ me { id { ...a } } } fragment a on String { length }`],
    ['two anonymous operations', `{ me { id } } { me { id } }`],
    ['two operations and no name', `query a { me { id } } query b { me { id } }`],
    ['a type definition', `type Query { me: String }`],
    ['an extension', `extend type User { password: String }`],
    ['an unused variable', `query ($a: Int) { me { id } }`],
    ['an undeclared variable', `{ calls(first: $n) { totalCount } }`],
    ['two variables of one name', `query ($a: Int, $a: Int) { calls(first: $a) { totalCount } }`],
    ['an output type as a variable', `query ($a: User) { calls(first: $a) { totalCount } }`],
    ['a subscription', `subscription { callUpdated { id } }`],
    ['an enum as text', `{ calls(filter: { status: "COMPLETED" }) { totalCount } }`],
    ['an unknown enum value', `{ calls(filter: { status: DONE }) { totalCount } }`],
    ['an Int out of range', `{ calls(first: 2147483648) { totalCount } }`],
    ['a Float as Int', `{ calls(first: 1.5) { totalCount } }`],
    ['an argument twice', `{ calls(first: 1, first: 2) { totalCount } }`],
    ['a field twice', `{ calls(filter: { status: FAILED, status: COMPLETED }) { totalCount } }`],
    ['an unknown field of an input', `mutation { createContact(input: { nom: "x" }) { id } }`],
    ['a required field left out', `mutation { createVoiceAssistant(input: { name: "x" }) { id } }`],
    ['null for a required argument', `{ call(id: null) { id } }`],
    ['one name for different fields', `{ me { id id: name } }`],
    ['an object without fields', `{ me }`],
    ['NUL', `{ me { id\u0000 } }`],
    ['half a pair', `{ me { \ud800 } }`],
    ['a text that does not end', `{ call(id: "x) { id } }`],
    ['brackets only', '{ '.repeat(450)],
    ['lists only', `{ calls(first: ${'['.repeat(450)}) { totalCount } }`],
    ['SQL', `SELECT * FROM users`],
    ['nothing but a comment', `# me`],
    ['__proto__', `{ __proto__ { id } constructor toString }`],
  ])('is refused for %s', async (_, query) => {
    expect(await refusalOf(owner.client, query)).toMatch(
      /^GRAPHQL\.((DOCUMENT|SYNTAX|VARIABLES|OPERATION)_INVALID|WEBSOCKET_REQUIRED)$/,
    );
  });

  it('may have fragments of any name, that of the schema included', async () => {
    const { body } = await ask(
      owner.client,
      `{ me { ...__schema ...__type } } fragment __schema on User { id } fragment __type on User { name }`,
    );
    expect(JSON.parse(body)).toEqual({ data: { me: { id: owner.userId, name: 'Camille' } } });
  });
});

describe('a name that does not exist', () => {
  it.each<[string, string]>([
    ['a field', '{ mee { id } }'],
    ['an inner field', '{ me { emaill } }'],
    ['an argument', '{ calls(frist: 1) { totalCount } }'],
    ['a type', '{ me { ... on Usr { id } } }'],
    ['a fragment', '{ me { ...usr } } fragment user on User { id }'],
    ['an enum value', '{ calls(filter: { status: COMPLETE }) { totalCount } }'],
    ['an input field', '{ calls(filter: { statuss: COMPLETED }) { totalCount } }'],
    ['a directive', '{ me { id @skp(if: true) } }'],
    ['a variable', 'query ($first: Int) { calls(first: $frst) { totalCount } }'],
  ])('is not completed by the server: %s', async (_, query) => {
    const { errors } = await ask(owner.client, query);
    expect(errors.every(({ message }) => !/did you mean/i.test(message))).toBe(true);
    expect(errors).not.toEqual([]);
  });

  it('is not completed for enum values and input fields in variables either', async () => {
    for (const filter of [{ status: 'COMPLETE' }, { statuss: 'COMPLETED' }]) {
      const { errors } = await ask(owner.client, 'query ($f: CallFilter) { calls(filter: $f) { totalCount } }', {
        f: filter,
      });
      expect(errors.map(({ message }) => message).join()).not.toMatch(/did you mean|statuses|IN_PROGRESS/i);
      expect(errors).not.toEqual([]);
    }
  });
});
