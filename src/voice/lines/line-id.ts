import { fromGlobalId, toGlobalId } from '../../kernel/graphql/index.js';
import { LineNotFound } from './lines.errors.js';

/** What the ids of lines start with: `line_<uuid>`. */
export const linePrefix = 'line';

export function toLineId(id: string): string {
  return toGlobalId(linePrefix, id);
}

/** @throws LineNotFound for what is no id of a line. */
export function fromLineId(id: string): string {
  return fromGlobalId(linePrefix, id, () => new LineNotFound(id));
}
