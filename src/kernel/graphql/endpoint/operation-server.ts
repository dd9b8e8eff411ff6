import { ApolloServer } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
  ApolloServerPluginLandingPageDisabled,
  ApolloServerPluginSchemaReportingDisabled,
  ApolloServerPluginUsageReportingDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult } from 'graphql';
import { carry } from '../errors/error-cause.js';
import type { GraphqlEngine } from '../execution/graphql-engine.js';
import { operationLimits } from '../limits/limits.js';
import type { GraphqlContext } from '../request/graphql-context.js';
import { BoundedDocumentStore } from './document-store.js';
import { operationPolicy } from './operation-policy.js';
import type { OperationRequest } from './operation-request.js';

/** Apollo Server, whose HTTP front is ours (see `GraphqlEndpoint`): it keeps, reads and validates documents. */
export class OperationServer {
  readonly #apollo: ApolloServer<GraphqlContext>;

  constructor(private readonly engine: GraphqlEngine) {
    const { log } = engine.options;
    const report = (message: unknown) => log.error('graphql.server_error', { message: String(message) });
    this.#apollo = new ApolloServer<GraphqlContext>({
      schema: engine.schema,
      // Who may introspect is decided per caller by the gate.
      introspection: true,
      persistedQueries: false,
      documentStore: new BoundedDocumentStore(),
      parseOptions: { maxLexicalTokens: operationLimits.tokens },
      validationOptions: { hideSuggestions: true, maxErrors: 10 },
      includeStacktraceInErrorResponses: false,
      // Put into the client's words where the request is known, with what was thrown still inside.
      formatError: (_formatted, error) => carry(error),
      plugins: [operationPolicy(engine.gate, engine.executor), ...unusedPlugins()],
      stopOnTerminationSignals: false,
      nodeEnv: 'production',
      apollo: {},
      logger: { debug: () => undefined, info: () => undefined, warn: report, error: report },
    });
  }

  start(): Promise<void> {
    return this.#apollo.start();
  }

  stop(): Promise<void> {
    return this.#apollo.stop();
  }

  /** Errors are carried, not yet in the client's words (see `carriedBy`). Without `data` in it, nothing has run. */
  async execute(request: OperationRequest, contextValue: GraphqlContext): Promise<FormattedExecutionResult> {
    try {
      this.engine.admission.admit(request.query);
    } catch (error) {
      return { errors: [carry(error)] };
    }
    const { query, operationName, variables, extensions } = request;
    const { body } = await this.#apollo.executeOperation(
      {
        query,
        ...(operationName !== undefined && { operationName }),
        ...(variables && { variables }),
        ...(extensions && { extensions }),
      },
      { contextValue },
    );
    if (body.kind === 'single') return body.singleResult;
    throw new Error('Incremental delivery is not part of this API.');
  }
}

/** Apollo adds these by itself; the first would put a hook on every field of the schema. */
function unusedPlugins() {
  return [
    ApolloServerPluginCacheControlDisabled(),
    ApolloServerPluginInlineTraceDisabled(),
    ApolloServerPluginLandingPageDisabled(),
    ApolloServerPluginSchemaReportingDisabled(),
    ApolloServerPluginUsageReportingDisabled(),
  ];
}
