import { buildSchema, getIntrospectionQuery, getOperationAST, parse, type GraphQLSchema } from 'graphql';
import { systemContext, type RequestContext } from '../../context/index.js';
import { operationLimits } from './limits.js';
import { OperationGate } from './operation-gate.js';
import type { ValidOperation } from './valid-operation.js';

const schema = withTimeLimit(
  buildSchema(`
    type Query { me: User users(first: Int): UserConnection! slow: String }
    type UserConnection { nodes: [User!]! edges: [UserEdge!]! pageInfo: PageInfo! }
    type UserEdge { node: User! }
    type PageInfo { hasNextPage: Boolean! }
    type User { id: ID! friends(first: Int): UserConnection! }
  `),
);

/** As `@Extensions({ timeLimitMs })` leaves it. */
function withTimeLimit(built: GraphQLSchema): GraphQLSchema {
  const slow = built.getQueryType()?.getFields().slow;
  if (slow) slow.extensions = { timeLimitMs: 20_000 };
  return built;
}

const open = new OperationGate(schema, { limits: operationLimits, openIntrospection: true });
const closed = new OperationGate(schema, { limits: operationLimits, openIntrospection: false });

function valid(text: string): ValidOperation {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  return { document, operation };
}

function actorWith(role: RequestContext['actor']['role']): RequestContext {
  const ctx = systemContext({ actor: 'test' });
  return { ...ctx, actor: { ...ctx.actor, kind: 'user', role } };
}

const refusedWith = (reason: string) => expect.objectContaining({ reason }) as Error;

describe('The gate', () => {
  it('lets an operation run for the usual time, or for as long as one of its root fields says', () => {
    expect(open.admit(valid('{ me { id } }'), {}, undefined)).toBe(5_000);
    expect(open.admit(valid('{ me { id } slow }'), {}, undefined)).toBe(20_000);
    expect(open.admit(valid('{ ...f } fragment f on Query { ... { slow } }'), {}, undefined)).toBe(20_000);
  });

  it('refuses what would read too many objects, before anything is read', () => {
    const text = '{ users(first: 100) { nodes { friends(first: 100) { nodes { id } } } } }';
    expect(() => open.admit(valid(text), {}, undefined)).toThrow(refusedWith('GRAPHQL.TOO_COSTLY'));
    expect(() => open.admit(valid(text), {}, undefined)).toThrow('This may read 10201 objects; 10000 is the most.');
  });

  it('reckons anew with the sizes that each request brings', () => {
    const operation = valid('query ($n: Int) { users(first: $n) { nodes { friends(first: $n) { nodes { id } } } } }');
    for (const [n, admitted] of [
      [20, true],
      [100, false],
      [20, true],
      [100, false],
    ] as const) {
      const admit = () => open.admit(operation, { n }, undefined);
      if (admitted) expect(admit).not.toThrow();
      else expect(admit).toThrow(refusedWith('GRAPHQL.TOO_COSTLY'));
    }
  });

  it.each([
    ['the usual query of tools', getIntrospectionQuery()],
    ['one type', '{ __type(name: "User") { name } }'],
    ['a fragment', '{ me { id } ...f } fragment f on Query { __schema { types { name } } }'],
    ['an inline fragment under an alias', '{ ... on Query { x: __schema { types { name } } } }'],
  ])('lets only the operator read the schema where it is closed: %s', (_, text) => {
    const operation = valid(text);
    expect(() => open.admit(operation, {}, undefined)).not.toThrow();
    for (const ctx of [undefined, actorWith('NONE'), actorWith('OWNER')]) {
      expect(() => closed.admit(operation, {}, ctx)).toThrow(refusedWith('GRAPHQL.INTROSPECTION_REFUSED'));
    }
    expect(() => closed.admit(operation, {}, actorWith('ADMIN'))).not.toThrow();
  });

  it('lets anybody ask for the name of a type, which the answer to any query may have', () => {
    expect(() => closed.admit(valid('{ __typename me { __typename } }'), {}, undefined)).not.toThrow();
  });
});
