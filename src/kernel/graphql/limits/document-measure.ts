import {
  Kind,
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** The size of an operation once its fragments stand where they are spread. */
export interface Measure {
  depth: number;
  aliases: number;
  directives: number;
  fields: number;
  repeats: number;
}

const nothing: Measure = { depth: 0, aliases: 0, directives: 0, fields: 0, repeats: 0 };

/**
 * Measures every operation of a document at once and gives the largest figures. A fragment counts each time it is
 * spread, but is walked once, so a document cannot make this slow; what a cycle of fragments adds is nothing, since
 * validation refuses it. Works on names of fields alone: a fragment named `__schema` is a fragment.
 */
export function measureDocument(document: DocumentNode): Measure {
  const walk = new Walk(document);
  let largest = nothing;
  for (const definition of document.definitions) {
    if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
    const variables = definition.variableDefinitions?.flatMap((variable) => variable.directives ?? []) ?? [];
    const own = { ...nothing, directives: countOf(definition.directives) + variables.length };
    largest = larger(largest, sum(own, walk.selections(definition.selectionSet)));
  }
  return largest;
}

class Walk {
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #measured = new Map<string, Measure>();

  constructor(document: DocumentNode) {
    for (const definition of document.definitions) {
      if (definition.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(definition.name.value, definition);
    }
  }

  selections({ selections }: SelectionSetNode): Measure {
    let total = nothing;
    const mentions = new Map<string, number>();
    for (const selection of selections) {
      const own = { ...nothing, directives: countOf(selection.directives) };
      total = sum(total, own);
      if (selection.kind === Kind.FIELD) {
        const name = selection.alias?.value ?? selection.name.value;
        mentions.set(name, (mentions.get(name) ?? 0) + 1);
        total = sum(total, this.#field(selection));
      } else if (selection.kind === Kind.INLINE_FRAGMENT) {
        total = sum(total, this.selections(selection.selectionSet));
      } else {
        total = sum(total, this.#fragment(selection.name.value));
      }
    }
    return { ...total, repeats: Math.max(total.repeats, ...mentions.values()) };
  }

  #field({ name, alias, selectionSet }: FieldNode): Measure {
    const inner = selectionSet ? this.selections(selectionSet) : nothing;
    return {
      ...inner,
      // The schema's own description is deeper than any data; who may read it, and how deep, is decided elsewhere.
      depth: name.value === '__schema' || name.value === '__type' ? 1 : 1 + inner.depth,
      aliases: inner.aliases + (alias ? 1 : 0),
      fields: 1 + inner.fields,
    };
  }

  #fragment(name: string): Measure {
    const known = this.#measured.get(name);
    if (known) return known;
    const fragment = this.#fragments.get(name);
    if (!fragment) return nothing;
    this.#measured.set(name, nothing);
    const own = { ...nothing, directives: countOf(fragment.directives) };
    const measure = sum(own, this.selections(fragment.selectionSet));
    this.#measured.set(name, measure);
    return measure;
  }
}

/** Side by side: depths do not add up, the rest does. */
function sum(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: a.aliases + b.aliases,
    directives: a.directives + b.directives,
    fields: a.fields + b.fields,
    repeats: Math.max(a.repeats, b.repeats),
  };
}

function larger(a: Measure, b: Measure): Measure {
  return {
    depth: Math.max(a.depth, b.depth),
    aliases: Math.max(a.aliases, b.aliases),
    directives: Math.max(a.directives, b.directives),
    fields: Math.max(a.fields, b.fields),
    repeats: Math.max(a.repeats, b.repeats),
  };
}

function countOf(directives: readonly DirectiveNode[] | undefined): number {
  return directives?.length ?? 0;
}
