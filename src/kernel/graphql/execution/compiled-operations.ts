import type * as GraphqlJit from 'graphql-jit';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { CompiledQuery } from 'graphql-jit';
import type { ValidOperation } from '../limits/valid-operation.js';
import { isCompilable } from './compilable.js';

type Query = CompiledQuery['query'];

/** An operation that comes a third time will come again. */
const compiledOnUse = 3;

type Compiler = typeof GraphqlJit;

interface Use {
  count: number;
  /** Null once it is known that it stays interpreted. */
  query: Query | null | undefined;
}

/** Code for the operations that clients send again and again; it lives as long as the parsed document does. */
export class CompiledOperations {
  readonly #uses = new WeakMap<OperationDefinitionNode, Use>();
  #compiler: Compiler | null | undefined;

  constructor(private readonly schema: GraphQLSchema) {}

  /** @returns undefined while the operation has to be interpreted. */
  find(valid: ValidOperation): Query | undefined {
    let use = this.#uses.get(valid.operation);
    if (!use) {
      use = { count: 0, query: undefined };
      this.#uses.set(valid.operation, use);
    }
    if (use.query === undefined && ++use.count >= compiledOnUse) use.query = this.#compile(valid);
    return use.query ?? undefined;
  }

  /** @returns undefined while the compiler itself is still being loaded: it is not needed at boot. */
  #compile(valid: ValidOperation): Query | null | undefined {
    if (!isCompilable(this.schema, valid)) return null;
    if (!this.#compiler) {
      if (this.#compiler === undefined) void this.#load();
      return undefined;
    }
    const { compileQuery, isCompiledQuery } = this.#compiler;
    const compiled = compileQuery(this.schema, valid.document, valid.operation.name?.value);
    return isCompiledQuery(compiled) ? compiled.query : null;
  }

  async #load(): Promise<void> {
    this.#compiler = null;
    this.#compiler = await import('graphql-jit');
  }
}
