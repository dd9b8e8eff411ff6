import { buildSchema, getOperationAST, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { until } from '../../../../test/support/until.js';
import { AppError } from '../../errors/index.js';
import { AppLogger } from '../../observability/index.js';
import { ErrorFormatter } from '../errors/error-formatter.js';
import type { ValidOperation } from '../limits/valid-operation.js';
import { GraphqlContext } from '../request/graphql-context.js';
import { DateTimeScalar } from '../scalars/date-time.scalar.js';
import { EmailAddressScalar } from '../scalars/email-address.scalar.js';
import { CompiledOperations } from './compiled-operations.js';
import { OperationExecutor, type Execution } from './operation-executor.js';

const context = new GraphqlContext({ id: 'request-1', headers: {} });
const outputs: string[] = [];
const log = new AppLogger({ level: 'debug', destination: { write: (line: string) => void outputs.push(line) } });
const errors = new ErrorFormatter(log);

const busy = new AppError('rate_limited', 'TEST.BUSY', { en: 'Later.', fr: 'Plus tard.' }, { retryAfterMs: 10 });
const driverFault = new Error('duplicate key (email)=(secret@example.com)');

const people = Array.from({ length: 4 }, (_, id) => ({
  id,
  name: `Person ${id}`,
  email: id === 2 ? 7 : `p${id}@example.fr`,
  bornAt: new Date(Date.UTC(2000, id, 1)),
  strict: id === 3 ? null : 'x',
}));

type Resolve = (parent: unknown, args: { by?: string; size?: number; since?: Date }) => unknown;
const resolvers: Record<string, Record<string, Resolve>> = {
  Query: {
    people: (_, { size }) => Promise.resolve(people.slice(0, size ?? 4)),
    person: (_, { by }) => people.find(({ email }) => email === by),
    since: (_, { since }) => people.filter(({ bornAt }) => bornAt > (since ?? new Date(0))),
    refused: () => {
      throw busy;
    },
    refusedLater: () => Promise.reject(busy),
    broken: () => {
      throw driverFault;
    },
    brokenLater: () => Promise.reject(driverFault),
    missing: () => null,
    number: () => 'not a number',
  },
  Person: { friends: () => Promise.reject(busy), size: (_, { size }) => size },
};

function schemaWithResolvers(): GraphQLSchema {
  const schema = buildSchema(`
    scalar DateTime scalar EmailAddress
    type Query {
      people(size: Int): [Person!]! person(by: EmailAddress): Person since(since: DateTime): [Person!]!
      refused: String refusedLater: String broken: String brokenLater: String missing: String! number: Int
    }
    type Person { id: ID! name: String email: EmailAddress bornAt: DateTime! strict: String! friends: [Person!] size(size: Int!): Int }
  `);
  const scalars = { DateTime: DateTimeScalar, EmailAddress: EmailAddressScalar };
  for (const [name, scalar] of Object.entries(scalars)) Object.assign(schema.getType(name) ?? {}, scalar.toConfig());
  for (const [type, fields] of Object.entries(resolvers)) {
    const known = schema.getType(type);
    if (!known || !('getFields' in known)) throw new Error(`The schema has no type ${type}.`);
    for (const [name, resolve] of Object.entries(fields)) Object.assign(known.getFields()[name] ?? {}, { resolve });
  }
  return schema;
}

const schema = schemaWithResolvers();

function valid(text: string): ValidOperation {
  const document = parse(text);
  const operation = getOperationAST(document, undefined);
  if (!operation) throw new Error('The document has no operation.');
  return { document, operation };
}

const interpreted = new OperationExecutor(schema, { find: () => undefined } as unknown as CompiledOperations);

/** Waits until an operation runs compiled. */
async function compiledFor(operation: ValidOperation): Promise<OperationExecutor> {
  const compiled = new CompiledOperations(schema);
  await until(() => compiled.find(operation));
  return new OperationExecutor(schema, compiled);
}

/** An answer in the client's words. */
async function answer(result: ExecutionResult | Promise<ExecutionResult>): Promise<unknown> {
  const { data, errors: faults } = await result;
  const told = faults?.map((fault) => errors.format(fault, { locale: 'fr', requestId: 'request-1' }));
  return JSON.parse(JSON.stringify({ data, errors: told }));
}

const execution = (operation: ValidOperation, variables: Execution['variables'] = {}): Execution => ({
  ...operation,
  variables,
  context,
  timeLimitMs: 1_000,
});

describe('A compiled operation answers as an interpreted one does', () => {
  it.each<[string, string, Execution['variables']]>([
    ['data', '{ people { id name bornAt size(size: 3) } }', {}],
    ['variables', 'query ($n: Int = 3) { people(size: $n) { id email } }', { n: 1 }],
    ['a default', 'query ($n: Int = 2) { people(size: $n) { id } }', {}],
    [
      'fragments and aliases',
      '{ people(size: 1) { ...f other: name } } fragment f on Person { id ... { bornAt } }',
      {},
    ],
    ['a parsed scalar', 'query ($at: DateTime) { since(since: $at) { id } }', { at: '2000-02-15T00:00:00+01:00' }],
    ['a refusal', '{ refused refusedLater }', {}],
    ['a fault of the server', '{ broken brokenLater }', {}],
    ['a refusal inside a list', '{ people { id friends { id } } }', {}],
    ['null where none may be, in a list', '{ people { id strict } }', {}],
    ['null where none may be, at the root', '{ missing }', {}],
    ['a value that is not of its type', '{ number people { email } }', {}],
    ['a variable that does not fit', 'query ($by: EmailAddress) { person(by: $by) { id } }', { by: 'nobody' }],
    ['a variable that is missing', 'query ($n: Int!) { people(size: $n) { id } }', {}],
    ['a variable of another type', 'query ($n: Int!) { people(size: $n) { id } }', { n: '4' }],
  ])('with %s', async (_, text, variables) => {
    const operation = valid(text);
    const compiled = await compiledFor(operation);
    const expected = await answer(interpreted.run(execution(operation, variables)));
    expect(await answer(compiled.run(execution(operation, variables)))).toEqual(expected);
    expect(JSON.stringify(expected)).not.toContain('secret');
  });

  it('with an unknown error hidden from the client and told to the log', async () => {
    const operation = valid('{ brokenLater }');
    const compiled = await compiledFor(operation);
    outputs.length = 0;
    expect(await answer(compiled.run(execution(operation)))).toMatchObject({
      data: { brokenLater: null },
      errors: [{ path: ['brokenLater'], extensions: { code: 'INTERNAL' } }],
    });
    expect(outputs.join()).toContain(driverFault.message);
  });
});

describe('An operation is given up after its time', () => {
  const endless = buildSchema('type Query { never: Int }');
  Object.assign(endless.getQueryType()?.getFields().never ?? {}, { resolve: () => new Promise(() => undefined) });
  const operation = valid('{ never }');

  it.each([true, false])('(compiled: %p)', async (isCompiled) => {
    const operations = new CompiledOperations(endless);
    if (isCompiled) await until(() => operations.find(operation));
    const executor = new OperationExecutor(endless, operations);
    expect(await answer(executor.run({ ...execution(operation), timeLimitMs: 20 }))).toMatchObject({
      data: null,
      errors: [{ extensions: { code: 'UPSTREAM_UNAVAILABLE', reason: 'GRAPHQL.TIMED_OUT' } }],
    });
  });
});
