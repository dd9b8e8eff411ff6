import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  typeFromAST,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { defaultPageSize } from '../paging/page-args.js';
import { maxPageSize } from '../paging/paging.errors.js';

/** A list without paging is taken to have this many entries. */
const assumedListLength = 10;

export type Variables = Readonly<Record<string, unknown>>;

/** A field as the cost sees it: where it stands and how many entries the connection around it has. */
interface Place {
  type: GraphQLCompositeType;
  pageSize: number;
}

/**
 * How many objects an operation may have to read: 1 for each object, or what its field says by
 * `@Field({ complexity })`, times the page sizes of the lists around it. Scalars are free.
 */
export class OperationCost {
  /** Whether the cost depends on variables, and so may differ the next time. */
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #costs = new Map<string, number>();
  #varies = false;

  private constructor(
    private readonly schema: GraphQLSchema,
    document: DocumentNode,
    private readonly variables: Variables,
  ) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  static of(
    schema: GraphQLSchema,
    { document, operation }: { document: DocumentNode; operation: OperationDefinitionNode },
    variables: Variables,
  ): { cost: number; varies: boolean } {
    const type = schema.getRootType(operation.operation);
    if (!type) return { cost: 0, varies: false };
    const walk = new OperationCost(schema, document, { ...defaultsOf(operation), ...variables });
    const cost = walk.#selections(operation.selectionSet, { type, pageSize: 1 });
    return { cost, varies: walk.#varies };
  }

  #selections({ selections }: SelectionSetNode, place: Place): number {
    let cost = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        cost += this.#field(selection, place);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition ? typeFromAST(this.schema, selection.typeCondition) : place.type;
        if (isCompositeType(type)) cost += this.#selections(selection.selectionSet, { ...place, type });
      } else {
        cost += this.#fragment(selection.name.value, place.pageSize);
      }
    }
    return cost;
  }

  /** Costs the same wherever it is spread, but for the page size around it. */
  #fragment(name: string, pageSize: number): number {
    const key = `${name} ${pageSize}`;
    const known = this.#costs.get(key);
    if (known !== undefined) return known;
    this.#costs.set(key, 0);
    const fragment = this.#fragments.get(name);
    const type = fragment && typeFromAST(this.schema, fragment.typeCondition);
    const cost = fragment && isCompositeType(type) ? this.#selections(fragment.selectionSet, { type, pageSize }) : 0;
    this.#costs.set(key, cost);
    return cost;
  }

  #field(node: FieldNode, place: Place): number {
    const field = fieldOf(place.type, node.name.value);
    const type = field && getNamedType(field.type);
    if (!field || !node.selectionSet || !isCompositeType(type)) return complexityOf(field) ?? 0;
    const asked = this.#pageSize(field, node);
    const own = complexityOf(field) ?? 1;
    if (isConnection(type)) return own + this.#selections(node.selectionSet, { type, pageSize: asked });
    const each = own + this.#selections(node.selectionSet, { type, pageSize: 1 });
    if (!isListType(getNullableType(field.type))) return each;
    return each * (isConnection(place.type) ? place.pageSize : asked);
  }

  #pageSize(field: GraphQLField<unknown, unknown>, node: FieldNode): number {
    if (!field.args.some((argument) => argument.name === 'first')) return assumedListLength;
    const value = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    if (value?.kind === Kind.INT) return pageSizeOf(Number(value.value));
    if (value?.kind !== Kind.VARIABLE) return defaultPageSize;
    this.#varies = true;
    return pageSizeOf(this.variables[value.name.value]);
  }
}

/** The sizes that count for variables which a request leaves out. */
function defaultsOf({ variableDefinitions = [] }: OperationDefinitionNode): Variables {
  const sizes = variableDefinitions.flatMap(({ variable, defaultValue }): [string, number][] =>
    defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)]] : [],
  );
  return Object.fromEntries(sizes);
}

/** What is out of bounds is refused by the list itself. */
function pageSizeOf(value: unknown): number {
  return typeof value === 'number' ? Math.min(Math.max(value, 1), maxPageSize) : defaultPageSize;
}

function fieldOf(type: GraphQLCompositeType, name: string): GraphQLField<unknown, unknown> | undefined {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

function isConnection(type: GraphQLCompositeType): boolean {
  if (isAbstractType(type)) return false;
  const fields = type.getFields();
  return 'pageInfo' in fields && 'edges' in fields;
}

function complexityOf(field: GraphQLField<unknown, unknown> | undefined): number | undefined {
  const complexity: unknown = field?.extensions.complexity;
  return typeof complexity === 'number' ? complexity : undefined;
}
