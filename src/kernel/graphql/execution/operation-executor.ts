import { execute, GraphQLError, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { OperationTimedOut } from '../limits/limit.errors.js';
import type { Variables } from '../limits/operation-cost.js';
import type { ValidOperation } from '../limits/valid-operation.js';
import type { GraphqlContext } from '../request/graphql-context.js';
import type { CompiledOperations } from './compiled-operations.js';

export interface Execution extends ValidOperation {
  variables: Variables;
  context: GraphqlContext;
  timeLimitMs: number;
  /** The event, when one of a subscription is served. */
  rootValue?: unknown;
}

/** Runs operations that were admitted: compiled when they come often, and never for longer than they may. */
export class OperationExecutor {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly compiled: CompiledOperations,
  ) {}

  /** Errors are GraphQL's own, not yet in the client's words. */
  run(execution: Execution): ExecutionResult | Promise<ExecutionResult> {
    const query = this.compiled.find(execution);
    const result = query
      ? this.#runCompiled(query(execution.rootValue, execution.context, execution.variables), execution)
      : this.#interpret(execution);
    return result instanceof Promise ? withTimeLimit(result, execution.timeLimitMs) : result;
  }

  /** Variables that do not fit are explained by the interpreter, which says where. Nothing has run then. */
  #runCompiled(
    result: ExecutionResult | Promise<ExecutionResult>,
    execution: Execution,
  ): ExecutionResult | Promise<ExecutionResult> {
    return !(result instanceof Promise) && result.data === undefined ? this.#interpret(execution) : result;
  }

  #interpret({
    document,
    operation,
    variables,
    context,
    rootValue,
  }: Execution): ExecutionResult | Promise<ExecutionResult> {
    return execute({
      schema: this.schema,
      document,
      operationName: operation.name?.value,
      variableValues: variables,
      contextValue: context,
      rootValue,
      hideSuggestions: true,
    });
  }
}

/** Answers in time. What still runs cannot be stopped from here; its own deadlines end it. */
function withTimeLimit(result: Promise<ExecutionResult>, limitMs: number): Promise<ExecutionResult> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      const error = new OperationTimedOut(limitMs);
      resolve({ data: null, errors: [new GraphQLError(error.message, { originalError: error })] });
    }, limitMs);
    const settle = <Outcome>(settled: (outcome: Outcome) => void) => {
      return (outcome: Outcome) => {
        clearTimeout(timer);
        settled(outcome);
      };
    };
    result.then(settle(resolve), settle(reject));
  });
}
