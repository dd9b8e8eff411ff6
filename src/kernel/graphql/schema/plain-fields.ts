import { TypeMetadataStorage } from '@nestjs/graphql';
import { isObjectType, type GraphQLField, type GraphQLObjectType, type GraphQLSchema } from 'graphql';

/** Resolvers by type and field, as Nest collects them from `@Query`, `@ResolveField` and the like. */
export type ExplicitResolvers = Readonly<Record<string, unknown>>;

/**
 * Takes away the function that Nest puts on every field of an object type, where it does nothing but read the property:
 * a compiled query then reads properties in place, and an interpreted one saves a call per field. A field that its
 * class declares as a method is resolved by calling it.
 */
export function leavePlainFields(schema: GraphQLSchema, explicit: ExplicitResolvers): GraphQLSchema {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || roots.includes(type) || type.name.startsWith('__')) continue;
    const resolved = resolvedFields(type, explicit);
    const prototype = prototypeOf(type.name);
    for (const field of Object.values(type.getFields())) {
      if (!resolved.has(field.name)) simplify(field, prototype);
    }
  }
  return schema;
}

/** Those with a resolver of their own, be it inherited from an interface. */
function resolvedFields(type: GraphQLObjectType, explicit: ExplicitResolvers): Set<string> {
  const owners = [type.name, ...type.getInterfaces().map(({ name }) => name)];
  return new Set(owners.flatMap((owner) => Object.keys(explicit[owner] ?? {})));
}

function prototypeOf(typeName: string): Readonly<Record<string, unknown>> | undefined {
  const prototype: unknown = TypeMetadataStorage.getObjectTypesMetadata().find(({ name }) => name === typeName)?.target
    .prototype;
  return isRecord(prototype) ? prototype : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function simplify(
  field: GraphQLField<unknown, unknown>,
  prototype: Readonly<Record<string, unknown>> | undefined,
): void {
  const { name } = field;
  if (typeof prototype?.[name] === 'function') {
    field.resolve = (parent, ...call) => callMethod(parent, name, call);
  } else if (readsItsProperty(field)) {
    delete field.resolve;
  }
}

function callMethod(parent: unknown, name: string, args: readonly unknown[]): unknown {
  const method: unknown = Reflect.get(Object(parent), name);
  if (typeof method !== 'function') throw new Error(`The value of a type with the method ${name}() has none.`);
  return Reflect.apply(method, parent, args);
}

/** Asked of the function itself: a renamed field or one with a default does something else. */
function readsItsProperty({ name, resolve }: GraphQLField<unknown, unknown>): boolean {
  if (!resolve) return false;
  const probe = Symbol(name);
  const read = (parent: object): unknown => Reflect.apply(resolve, undefined, [parent]);
  return read({ [name]: probe }) === probe && read({}) === undefined;
}
