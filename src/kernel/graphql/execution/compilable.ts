import {
  getNamedType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ConstValueNode,
  type GraphQLSchema,
  BREAK,
} from 'graphql';
import type { ValidOperation } from '../limits/valid-operation.js';

const safeDefaults: ReadonlySet<Kind> = new Set([Kind.INT, Kind.BOOLEAN, Kind.NULL, Kind.ENUM]);

/**
 * Whether an operation may be turned into code. Only plain queries are: what is left out here is rare in what clients
 * send often, and is where the compiler's result could differ, or worse, where text of the client becomes code:
 * - texts in the document: the compiler writes them into its source after a search-and-replace that a text can forge;
 * - directives, abstract types, and response names that objects treat specially;
 * - defaults of variables that are more than a number: they skip the scalar's own parsing.
 */
export function isCompilable(schema: GraphQLSchema, { document, operation }: ValidOperation): boolean {
  if (operation.operation !== OperationTypeNode.QUERY) return false;
  if (operation.variableDefinitions?.some(({ defaultValue }) => defaultValue && !isSafeDefault(defaultValue)))
    return false;
  const types = new TypeInfo(schema);
  let compilable = true;
  const refuse = () => {
    compilable = false;
    return BREAK;
  };
  visit(
    document,
    visitWithTypeInfo(types, {
      StringValue: refuse,
      Directive: refuse,
      Variable: ({ name }) => (name.value.startsWith('__') ? refuse() : undefined),
      Field: ({ alias, name }) => {
        const responseName = alias?.value ?? name.value;
        const isSpecial = responseName.startsWith('__') && responseName !== '__typename';
        const type = types.getType();
        return isSpecial || (type && isAbstractType(getNamedType(type))) ? refuse() : undefined;
      },
    }),
  );
  return compilable;
}

function isSafeDefault(value: ConstValueNode): boolean {
  return safeDefaults.has(value.kind);
}
