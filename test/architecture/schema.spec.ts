import { readFileSync } from 'node:fs';
import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { AppModule } from '../../src/app.module.js';
import { exampleOperations } from '../../src/kernel/graphql/index.js';
import { printedSchema } from '../../src/kernel/graphql/index.js';
import { parse, validate } from 'graphql';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');

/** The parts of the contract that are built; the others must be absent, not stubbed. */
const built = ['F', 'I', 'C', 'P'];

/** Of the section that two parts share, what the first of them brings. */
const ofAgentsThemselves = new Set(['Agent', 'UpdateAgentInput']);

const contractText = read('test/fixtures/contract/core.graphql');
const contract = buildSchema(contractText);
const tracked = buildSchema(read('schema.graphql'));

/** Types and root fields of the contract by the part that brings them, as its `# [X]` headings say. */
function partsOfContract(): Map<string, string> {
  const parts = new Map<string, string>();
  let heading = 'F';
  let root: string | undefined;
  for (const line of contractText.split('\n')) {
    const opened = /^type (Query|Mutation|Subscription) \{/.exec(line)?.[1];
    if (opened !== undefined || line === '}') root = opened;
    heading = opened === undefined ? (headingOf(line) ?? heading) : 'F';
    const name = nameOn(line, root);
    const own = name !== undefined && ofAgentsThemselves.has(name) ? 'I' : heading;
    if (name !== undefined) parts.set(name, /# *\[([A-Z])\]\s*$/.exec(line)?.[1] ?? own);
  }
  return parts;
}

function headingOf(line: string): string | undefined {
  if (/\[I\].*\[A\]/.test(line)) return 'A';
  return /^\s*#(?: =+)? (?:.*?)\[([A-Z])\]/.exec(line)?.[1];
}

function nameOn(line: string, root: string | undefined): string | undefined {
  const field = /^ {2}(\w+)[(:]/.exec(line)?.[1];
  if (root !== undefined) return field === undefined ? undefined : `${root}.${field}`;
  return /^(?:type|input|enum|union|scalar|interface) (\w+)/.exec(line)?.[1];
}

const parts = partsOfContract();
const isBuilt = (name: string) => built.includes(parts.get(name) ?? 'F');

/** Every member of a type in words, so that a difference reads like one. */
function membersOf(type: GraphQLNamedType | undefined): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map(({ name, type: of }) => `${name}: ${of.toString()}`);
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [
    `${field.name}: ${field.type.toString()}`,
    ...field.args.map((argument) => `${field.name}(${argument.name}: ${argument.type.toString()})`),
  ]);
}

function missing(of: GraphQLSchema, type: GraphQLNamedType): string[] {
  const has = new Set(membersOf(of.getType(type.name)));
  const rootNames = ['Query', 'Mutation', 'Subscription'];
  return membersOf(type)
    .filter((member) => !rootNames.includes(type.name) || isBuilt(`${type.name}.${/^\w+/.exec(member)?.[0] ?? ''}`))
    .filter((member) => !has.has(member))
    .map((member) => `${type.name}.${member}`);
}

describe('schema.graphql', () => {
  it('is what the code says: run `npm run schema` after a change', async () => {
    expect(await printedSchema(AppModule)).toBe(read('schema.graphql'));
  });

  it('has everything of the contract that is built, with the same names, types and nullability', () => {
    const wanted = Object.values(contract.getTypeMap()).filter(({ name }) => !name.startsWith('__') && isBuilt(name));
    const absent = wanted.flatMap((type) =>
      tracked.getType(type.name) ? missing(tracked, type) : [`${type.name} itself`],
    );
    expect(absent).toEqual([]);
  });

  it('has no operation that is not built yet', () => {
    const early = [...parts.keys()].filter((name) => {
      const [type = '', field] = name.split('.');
      const found = tracked.getType(type);
      return field !== undefined && !isBuilt(name) && isObjectType(found) && field in found.getFields();
    });
    expect(early).toEqual([]);
  });

  it('describes every operation and every type', () => {
    const own = Object.values(tracked.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
    const rootFields = ['Query', 'Mutation', 'Subscription'].flatMap((name) => {
      const type = tracked.getType(name);
      return isObjectType(type) ? Object.values(type.getFields()) : [];
    });
    const bare = [
      ...own.filter(({ name }) => !/^(Query|Mutation|Subscription|String|Int|Float|Boolean|ID)$/.test(name)),
      ...rootFields,
    ];
    expect(bare.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });

  it('is what the saved operations of the playground are valid against', () => {
    const faults = exampleOperations.flatMap(({ query }) =>
      validate(tracked, parse(query)).map(({ message }) => message),
    );
    expect(faults).toEqual([]);
  });
});
