import { buildSchema, getOperationAST, parse } from 'graphql';
import { until } from '../../../../test/support/until.js';
import type { ValidOperation } from '../limits/valid-operation.js';
import { CompiledOperations } from './compiled-operations.js';

const schema = buildSchema(`
  scalar DateTime
  interface Node { id: ID! }
  type Query { me: User node: Node person(by: String, since: DateTime, size: Int): User }
  type Mutation { rename: User }
  type User implements Node { id: ID! name: String }
`);

function valid(text: string): ValidOperation {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  return { document, operation };
}

/** As they are in a process that has compiled something before: the compiler itself is loaded. */
async function warmOperations(): Promise<CompiledOperations> {
  const operations = new CompiledOperations(schema);
  const operation = valid('{ me { id } }');
  await until(() => operations.find(operation));
  return operations;
}

describe('An operation', () => {
  it('is interpreted twice, and compiled from then on', async () => {
    const operations = await warmOperations();
    const operation = valid(
      'query ($n: Int = 3) { me { ...f } person(size: $n) { name } } fragment f on User { x: id }',
    );
    const uses = [1, 2, 3, 4].map(() => operations.find(operation));
    expect(uses.map((use) => typeof use)).toEqual(['undefined', 'undefined', 'function', 'function']);
    expect(uses[3]).toBe(uses[2]);
  });

  it('is interpreted on, while the compiler is being loaded', () => {
    const operations = new CompiledOperations(schema);
    const operation = valid('{ me { id } }');
    for (let use = 0; use < 10; use++) expect(operations.find(operation)).toBeUndefined();
  });

  it.each([
    ['a text in the document', '{ person(by: "a`${b}") { id } }'],
    ['a directive', 'query ($yes: Boolean!) { me { id @include(if: $yes) } }'],
    ['a default that is a text', 'query ($at: DateTime = "2000-02-15T00:00:00Z") { person(since: $at) { id } }'],
    ['a default that is a fraction', 'query ($at: DateTime = 1.5) { person(since: $at) { id } }'],
    ['a variable with a name of the compiler', 'query ($__context: Int) { person(size: $__context) { id } }'],
    ['a response name that objects treat specially', '{ me { __proto__: id } }'],
    ['an abstract type', '{ node { id } }'],
    ['a change of something', 'mutation { rename { id } }'],
  ])('stays interpreted with %s', async (_, text) => {
    const operations = await warmOperations();
    const operation = valid(text);
    for (let use = 0; use < 10; use++) expect(operations.find(operation)).toBeUndefined();
  });
});
