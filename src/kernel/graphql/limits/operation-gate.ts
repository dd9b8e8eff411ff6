import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { RequestContext } from '../../context/index.js';
import { IntrospectionRefused, OperationTooLarge } from './limit.errors.js';
import type { OperationLimits } from './limits.js';
import { OperationCost, type Variables } from './operation-cost.js';
import { rootFields } from './root-fields.js';
import type { ValidOperation } from './valid-operation.js';

interface OperationFacts {
  introspects: boolean;
  timeLimitMs: number;
  /** Undefined when it depends on variables. */
  cost: number | undefined;
}

export interface GateOptions {
  limits: OperationLimits;
  /** Whether anybody may read the schema, or the platform's operator only. */
  openIntrospection: boolean;
}

/** Decides about a valid operation with its variables and its caller, before it runs. */
export class OperationGate {
  readonly #facts = new WeakMap<OperationDefinitionNode, OperationFacts>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: GateOptions,
  ) {}

  /**
   * @returns How long the operation may take.
   * @throws OperationTooLarge, IntrospectionRefused
   */
  admit(valid: ValidOperation, variables: Variables, ctx: RequestContext | undefined): number {
    const facts = this.#factsOf(valid);
    if (facts.introspects && !this.options.openIntrospection && ctx?.actor.role !== 'ADMIN') {
      throw new IntrospectionRefused();
    }
    const cost = facts.cost ?? OperationCost.of(this.schema, valid, variables).cost;
    if (cost > this.options.limits.cost) throw tooDear(cost, this.options.limits.cost);
    return facts.timeLimitMs;
  }

  #factsOf(valid: ValidOperation): OperationFacts {
    const known = this.#facts.get(valid.operation);
    if (known) return known;
    const { cost, varies } = OperationCost.of(this.schema, valid, {});
    const fields = rootFields(valid);
    const facts: OperationFacts = {
      introspects: fields.has('__schema') || fields.has('__type'),
      timeLimitMs: this.#timeLimitOf(valid.operation, fields),
      cost: varies ? undefined : cost,
    };
    this.#facts.set(valid.operation, facts);
    return facts;
  }

  #timeLimitOf({ operation }: OperationDefinitionNode, fields: ReadonlySet<string>): number {
    const known = this.schema.getRootType(operation)?.getFields() ?? {};
    const asked = [...fields].map((name): unknown => known[name]?.extensions.timeLimitMs);
    return Math.max(this.options.limits.timeMs, ...asked.filter((limit) => typeof limit === 'number'));
  }
}

function tooDear(cost: number, limit: number): OperationTooLarge {
  const about = cost > 1e9 ? 'too many' : String(Math.ceil(cost));
  return new OperationTooLarge('COSTLY', {
    en: `This may read ${about} objects; ${limit} is the most. Ask for smaller pages or fewer nested lists.`,
    fr: `Cette opération pourrait lire ${about === 'too many' ? 'trop d’' : about} objets ; le maximum est ${limit}. Demandez des pages plus petites ou moins de listes imbriquées.`,
  });
}
