import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLSchema,
} from 'graphql';
import { selectionOf } from './operation-generator.js';

/** A place in the arguments of an operation where a client puts a value. */
export interface Place {
  kind: 'query' | 'mutation';
  operation: string;
  /** As in `input.tools.0.key`. */
  path: readonly string[];
  /** The name of the type that belongs there; of an input object for the object itself. */
  type: string;
  /** An operation that declares every argument. */
  query: string;
  /** Whether no place before it has this type and name. */
  isFirst: boolean;
}

/** Every place of every query and mutation of the schema, whatever is added to it later. */
export function placesOf(schema: GraphQLSchema): Place[] {
  const named = new Set<string>();
  return allPlaces(schema).map((place) => {
    const name = `${place.type} ${place.path.at(-1) ?? ''}`;
    const isFirst = !named.has(name);
    named.add(name);
    return { ...place, isFirst };
  });
}

function allPlaces(schema: GraphQLSchema): Omit<Place, 'isFirst'>[] {
  const roots = [
    ['query', schema.getQueryType()],
    ['mutation', schema.getMutationType()],
  ] as const;
  return roots.flatMap(([kind, type]) =>
    Object.values(type?.getFields() ?? {}).flatMap((field) => {
      const query = documentOf(kind, field, schema);
      const places = field.args.flatMap((argument) => placesIn(argument.type, [argument.name]));
      return places.map((place) => ({ ...place, kind, operation: field.name, query }));
    }),
  );
}

function documentOf(kind: Place['kind'], field: GraphQLField<unknown, unknown>, schema: GraphQLSchema): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${type.toString()}`).join(', ');
  const given = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = selectionOf(field.type, schema, kind === 'query' ? 2 : 1);
  return `${kind} ${declared && `(${declared})`} { ${field.name}${given && `(${given})`} ${selection} }`;
}

function placesIn(type: GraphQLInputType, path: readonly string[]): Pick<Place, 'path' | 'type'>[] {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return [{ path, type: type.toString() }, ...placesIn(nullable.ofType, [...path, '0'])];
  if (!isInputObjectType(nullable)) return [{ path, type: getNamedType(type).name }];
  const inside = Object.values(nullable.getFields()).flatMap((field) => placesIn(field.type, [...path, field.name]));
  return [{ path, type: nullable.name }, ...inside];
}

/** Sensible variables of an operation: required ones, those on the way to a place, and a small page. */
export function sensibleVariables(
  schema: GraphQLSchema,
  place: Pick<Place, 'kind' | 'operation' | 'path'>,
  valueOf: (type: string, name: string) => unknown,
): Record<string, unknown> {
  const root = place.kind === 'query' ? schema.getQueryType() : schema.getMutationType();
  const args = root?.getFields()[place.operation]?.args ?? [];
  const build = (type: GraphQLInputType, name: string, rest: readonly string[]): unknown => {
    const nullable = getNullableType(type);
    if (isListType(nullable)) return [build(nullable.ofType, name, rest.slice(1))];
    if (!isInputObjectType(nullable)) return valueOf(nullable.name, name);
    const fields = Object.values(nullable.getFields()).filter(
      (field) => isNonNullType(field.type) || field.name === rest[0],
    );
    return Object.fromEntries(fields.map((field) => [field.name, build(field.type, field.name, rest.slice(1))]));
  };
  const wanted = args.filter(
    (argument) => isNonNullType(argument.type) || [place.path[0], 'first'].includes(argument.name),
  );
  return Object.fromEntries(
    wanted.map(({ name, type }) => [name, name === 'first' ? 3 : build(type, name, place.path.slice(1))]),
  );
}

/** The same variables with another value in one place. */
export function withValue(
  variables: Record<string, unknown>,
  path: readonly string[],
  value: unknown,
): Record<string, unknown> {
  const copy = structuredClone(variables);
  let holder = copy;
  for (const step of path.slice(0, -1)) holder = holder[step] as Record<string, unknown>;
  holder[path.at(-1) ?? ''] = value;
  return copy;
}
