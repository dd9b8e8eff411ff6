import { GraphQLError, Kind, OperationTypeNode, parse, type DocumentNode } from 'graphql';

/** Whether a GraphQL request runs a mutation. A request that cannot be read is none: what refuses it does nothing. */
export function graphqlMutation(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string') return false;
  const name = 'operationName' in body && typeof body.operationName === 'string' ? body.operationName : undefined;
  const operations =
    documentOf(body.query)?.definitions.filter((node) => node.kind === Kind.OPERATION_DEFINITION) ?? [];
  const chosen = name === undefined ? operations[0] : operations.find((operation) => operation.name?.value === name);
  return chosen?.operation === OperationTypeNode.MUTATION;
}

function documentOf(query: string): DocumentNode | null {
  try {
    // The limit on tokens is that of the API: nothing larger is worth reading here.
    return parse(query, { noLocation: true, maxTokens: 1_000 });
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}
