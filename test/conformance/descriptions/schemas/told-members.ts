import { type ApiDocument, isJson, type Json, listOf, membersOf } from './api-document.js';

const deepest = 8;
const undescribed = ' is not described';

/**
 * The members that a vendor's own examples of a body have, whether its schema describes them or not: of
 * `{"deals":[{"id":1}]}` these are `.deals` and `.deals[].id`.
 */
export function toldMembers(document: ApiDocument, media: Json): Set<string> {
  const found = new Set<string>();
  const examples = membersOf(media.examples).map(([, example]) => document.resolve(example).value);
  for (const example of [media.example, ...examples]) addPaths(parsed(example), '', found);
  addFromSchema({ document, found }, media.schema, { path: '', within: [] });
  return found;
}

/** Problems without those of members that are told. */
export function withoutTold(problems: readonly string[], place: string, told: () => Set<string>): string[] {
  if (!problems.some((problem) => problem.endsWith(undescribed))) return [...problems];
  const members = told();
  return problems.filter((problem) => {
    if (!problem.endsWith(undescribed)) return true;
    const path = problem.slice(place.length, -undescribed.length).replaceAll(/\[\d+\]/g, '[]');
    return !members.has(path);
  });
}

interface Search {
  readonly document: ApiDocument;
  readonly found: Set<string>;
}

function addFromSchema(search: Search, node: unknown, at: { path: string; within: readonly Json[] }): void {
  const schema = search.document.resolve(node);
  if (at.within.includes(schema) || at.within.length > deepest) return;
  const within = [...at.within, schema];
  addPaths(schema.example, at.path, search.found);
  for (const part of ['allOf', 'anyOf', 'oneOf'].flatMap((keyword) => listOf(schema[keyword])))
    addFromSchema(search, part, { path: at.path, within });
  for (const [name, member] of membersOf(schema.properties))
    addFromSchema(search, member, { path: `${at.path}.${name}`, within });
  if (isJson(schema.items)) addFromSchema(search, schema.items, { path: `${at.path}[]`, within });
}

function addPaths(value: unknown, path: string, found: Set<string>): void {
  if (Array.isArray(value)) for (const item of value as unknown[]) addPaths(item, `${path}[]`, found);
  if (!isJson(value)) return;
  for (const [name, member] of Object.entries(value)) {
    found.add(`${path}.${name}`);
    addPaths(member, `${path}.${name}`, found);
  }
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value) as unknown;
  } catch {
    return value;
  }
}
