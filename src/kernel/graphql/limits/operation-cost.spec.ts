import { buildSchema, getOperationAST, isObjectType, parse, type GraphQLSchema } from 'graphql';
import { OperationCost, type Variables } from './operation-cost.js';

const schema = withComplexity(
  buildSchema(`
    type Query { me: User users(first: Int, after: String): UserConnection! tags: [Tag!]! latest(first: Int): [Tag!]! dear: Tag any: [Thing!]! }
    type Mutation { add(name: String): User }
    type UserConnection { edges: [UserEdge!]! nodes: [User!]! pageInfo: PageInfo! totalCount: Int! }
    type UserEdge { cursor: String! node: User! }
    type PageInfo { hasNextPage: Boolean! }
    interface Thing { id: ID! }
    type User implements Thing { id: ID! name: String friends(first: Int): UserConnection! tags: [Tag!]! best: User }
    type Tag implements Thing { id: ID! name: String }
  `),
);

/** As `@Field({ complexity })` leaves it. */
function withComplexity(built: GraphQLSchema): GraphQLSchema {
  const query = built.getType('Query');
  const dear = isObjectType(query) ? query.getFields().dear : undefined;
  if (dear) dear.extensions = { complexity: 500 };
  return built;
}

function costOf(text: string, variables: Variables = {}): { cost: number; varies: boolean } {
  const document = parse(text);
  const operation = getOperationAST(document);
  if (!operation) throw new Error('The document has no operation.');
  return OperationCost.of(schema, { document, operation }, variables);
}

describe('The cost of an operation', () => {
  it.each<[string, string, number]>([
    ['scalars are free, an object is one', '{ me { id name } }', 1],
    ['objects inside add up', '{ me { best { best { id } } } }', 3],
    ['a list without paging is taken for ten', '{ tags { id } }', 10],
    ['a list with a size has that size', '{ latest(first: 3) { id } }', 3],
    [
      'a page of 20 when nothing is said: connection, page info, nodes',
      '{ users { nodes { id } pageInfo { hasNextPage } } }',
      1 + 20 + 1,
    ],
    ['a page of the size asked for', '{ users(first: 50) { nodes { id } } }', 51],
    ['edges and their nodes', '{ users(first: 50) { edges { node { id } } } }', 1 + 50 * 2],
    [
      'pages in pages multiply',
      '{ users(first: 100) { nodes { friends(first: 100) { nodes { id } } } } }',
      1 + 100 * (1 + 1 + 100),
    ],
    ['lists in lists multiply', '{ users(first: 2) { nodes { tags { id } } } }', 1 + 2 * (1 + 10)],
    ['a count costs its list only', '{ users(first: 100) { totalCount } }', 1],
    ['a field may say what it costs', '{ dear { id } }', 500],
    [
      'a size out of bounds counts as the nearest one: the list refuses it',
      '{ users(first: 1000000) { nodes { id } } }',
      101,
    ],
    ['a negative size too', '{ users(first: -5) { nodes { id } } }', 2],
    ['a mutation', 'mutation { add { tags { id } } }', 11],
    ['an abstract list', '{ any { id ... on User { best { id } } } }', 20],
  ])('%s', (_, text, cost) => {
    expect(costOf(text)).toEqual({ cost, varies: false });
  });

  it('is the same whether fields stand in place or in fragments', () => {
    const inPlace = costOf('{ users(first: 5) { nodes { tags { id } best { id } } } }');
    expect(
      costOf(
        '{ users(first: 5) { ...page } } fragment page on UserConnection { nodes { ...user } } fragment user on User { tags { id } best { id } }',
      ),
    ).toEqual(inPlace);
    expect(
      costOf('{ users(first: 5) { ... on UserConnection { nodes { ... { tags { id } best { id } } } } } }'),
    ).toEqual(inPlace);
  });

  it('counts a fragment for the page around it', () => {
    const text = `{ a: users(first: 10) { ...page } b: users(first: 100) { ...page } } fragment page on UserConnection { nodes { id } }`;
    expect(costOf(text).cost).toBe(11 + 101);
  });

  it('follows sizes in variables, and says that it does', () => {
    const text = 'query ($n: Int) { users(first: $n) { nodes { id } } }';
    expect(costOf(text, { n: 70 })).toEqual({ cost: 71, varies: true });
    expect(costOf(text, {})).toEqual({ cost: 21, varies: true });
    expect(costOf(text, { n: 'many' })).toEqual({ cost: 21, varies: true });
    expect(costOf(text, { n: 1e9 })).toEqual({ cost: 101, varies: true });
  });

  it('follows the default of a variable that the request leaves out', () => {
    const text = 'query ($n: Int = 100) { users(first: $n) { nodes { friends(first: $n) { nodes { id } } } } }';
    expect(costOf(text)).toEqual({ cost: 1 + 100 * (1 + 1 + 100), varies: true });
    expect(costOf(text, { n: null }).cost).toBe(1 + 20 * (1 + 1 + 20));
    expect(costOf(text, { n: 2 }).cost).toBe(1 + 2 * (1 + 1 + 2));
  });

  it('ends for fragments in a ring, and for fields and fragments that the schema lacks', () => {
    expect(costOf('{ me { ...a } } fragment a on User { best { ...a } }').cost).toBe(2);
    expect(costOf('{ nothing { id } me { ...missing nowhere { id } } }').cost).toBe(1);
    expect(costOf('subscription { me { id } }').cost).toBe(0);
  });
});
