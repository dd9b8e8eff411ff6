import { HeaderMap, type ApolloServerPlugin, type GraphQLRequestListener, type GraphQLResponse } from '@apollo/server';
import { OperationTypeNode, type OperationDefinitionNode } from 'graphql';
import { carryAll } from '../errors/error-cause.js';
import { documentFault, GraphqlRequestRefused } from '../errors/graphql.errors.js';
import type { OperationExecutor } from '../execution/operation-executor.js';
import type { OperationGate } from '../limits/operation-gate.js';
import type { GraphqlContext } from '../request/graphql-context.js';

const noHead: GraphQLResponse['http'] = { headers: new HeaderMap() };

/** Lets Apollo read and validate; decides itself whether an operation runs, and runs it. */
export function operationPolicy(gate: OperationGate, executor: OperationExecutor): ApolloServerPlugin<GraphqlContext> {
  return { requestDidStart: () => Promise.resolve(policyOfRequest(gate, executor)) };
}

function policyOfRequest(gate: OperationGate, executor: OperationExecutor): GraphQLRequestListener<GraphqlContext> {
  let timeLimitMs = 0;
  return {
    didResolveOperation({ document, operation, request, contextValue }) {
      const { method, requestContext } = contextValue.request;
      if (!operation) throw operationUnclear(request.operationName);
      contextValue.asked.operation = { document, operation };
      assertServedOverHttp(operation, method);
      timeLimitMs = gate.admit({ document, operation }, request.variables ?? {}, requestContext);
      return Promise.resolve();
    },
    async responseForOperation({ document, operation, request: { variables = {} }, contextValue: context }) {
      const result = await executor.run({ document, operation, variables, context, timeLimitMs });
      return { http: noHead, body: { kind: 'single', singleResult: carryAll(result) } };
    },
  };
}

/** Apollo goes on with no operation where the document has several and none of them is named. */
function operationUnclear(name: string | undefined): GraphqlRequestRefused {
  return documentFault(name === undefined ? 'Must provide operation name.' : `Unknown operation named "${name}".`);
}

function assertServedOverHttp({ operation }: OperationDefinitionNode, method: string | undefined): void {
  if (operation === OperationTypeNode.SUBSCRIPTION) {
    throw new GraphqlRequestRefused('WEBSOCKET_REQUIRED', {
      en: 'Subscriptions are served over a WebSocket at the same address, with the protocol graphql-transport-ws.',
      fr: 'Les abonnements passent par un WebSocket à la même adresse, avec le protocole graphql-transport-ws.',
    });
  }
  if (method === 'GET' && operation !== OperationTypeNode.QUERY) {
    const message = { en: 'Send mutations by POST.', fr: 'Envoyez les mutations par POST.' };
    throw new GraphqlRequestRefused('POST_REQUIRED', message, 405);
  }
}
