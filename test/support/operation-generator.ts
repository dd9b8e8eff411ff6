import {
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  isUnionType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** An operation that asks one root field for everything it can tell. */
export interface GeneratedOperation {
  kind: 'query' | 'mutation' | 'subscription';
  field: string;
  /** Whether some argument given is an id. */
  takesId: boolean;
  query: string;
  variables: Record<string, unknown>;
}

export interface GeneratorOptions {
  /** What every ID argument is given; the empty text leaves out those that may be. */
  id: string;
  /** What arguments of these names are given instead. */
  named?: Readonly<Record<string, unknown>>;
  /** What other scalars are given, by the name of their type. */
  scalars: Readonly<Record<string, unknown>>;
  /** Levels of objects selected below the root field. */
  depth: number;
}

/** Everything that can be asked of a type without arguments, so many levels of objects deep. */
export function selectionOf(type: GraphQLOutputType, schema: GraphQLSchema, depth: number): string {
  return select(type, { schema, depth, id: '', scalars: {} }, depth);
}

const pageSize = 5;

/** One operation for every root field of the schema, whatever is added to it later. */
export function generateOperations(schema: GraphQLSchema, options: GeneratorOptions): GeneratedOperation[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
    ['subscription', schema.getSubscriptionType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).map((field) => operationOf(kind, field, { schema, ...options })),
  );
}

type Generation = GeneratorOptions & { schema: GraphQLSchema };

function operationOf(
  kind: GeneratedOperation['kind'],
  field: GraphQLField<unknown, unknown>,
  generation: Generation,
): GeneratedOperation {
  const args = field.args.filter((argument) => isWorthGiving(argument, generation.id));
  const declared = args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = select(field.type, generation, generation.depth);
  return {
    kind,
    field: field.name,
    takesId: args.some(({ type }) => mentionsId(type)),
    query: `${kind} ${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${selection} }`,
    variables: Object.fromEntries(
      args.map(({ name, type }) => [name, name === 'first' ? pageSize : valueOf(type, name, generation)]),
    ),
  };
}

/** Required arguments, every one that can name something of somebody else, and a small page, since cost is limited. */
function isWorthGiving({ name, type }: GraphQLArgument, id: string): boolean {
  return isNonNullType(type) || (id !== '' && mentionsId(type)) || name === 'first';
}

function mentionsId(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  if (isInputObjectType(named)) return Object.values(named.getFields()).some((field) => mentionsId(field.type));
  return named.name === 'ID';
}

function valueOf(type: GraphQLInputType, name: string, generation: Generation): unknown {
  const nullable = getNullableType(type);
  const named = generation.named?.[name];
  if (named !== undefined) return isListType(nullable) ? [named] : named;
  if (isListType(nullable)) return [valueOf(nullable.ofType, name, generation)];
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name;
  if (isInputObjectType(nullable)) {
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) || mentionsId(field.type),
    );
    return Object.fromEntries(fields.map((field) => [field.name, valueOf(field.type, field.name, generation)]));
  }
  return nullable.name === 'ID' ? generation.id : generation.scalars[nullable.name];
}

function select(type: GraphQLOutputType, generation: Generation, depth: number): string {
  const named = getNamedType(type);
  // What implements an interface may have fields of one name and different types, which one selection cannot ask for.
  if (isInterfaceType(named)) return `{ __typename ${Object.keys(named.getFields()).join(' ')} }`;
  if (isUnionType(named)) {
    const parts = generation.schema
      .getPossibleTypes(named)
      .map((possible) => `... on ${possible.name} ${fieldsOf(possible, generation, Math.min(depth, 1))}`);
    return `{ __typename ${parts.join(' ')} }`;
  }
  return isObjectType(named) ? fieldsOf(named, generation, depth) : '';
}

function fieldsOf(type: GraphQLOutputType, generation: Generation, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const parts = Object.values(named.getFields()).flatMap((field) => {
    if (field.args.some(({ type: argument }) => isNonNullType(argument))) return [];
    const inner = getNamedType(field.type);
    const isLeaf = !isObjectType(inner) && !isInterfaceType(inner) && !isUnionType(inner);
    if (isLeaf) return [field.name];
    return depth > 1 ? [`${field.name} ${select(field.type, generation, depth - 1)}`] : [];
  });
  return `{ ${['__typename', ...parts].join(' ')} }`;
}
