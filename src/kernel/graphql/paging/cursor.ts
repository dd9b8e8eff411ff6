import { createHash } from 'node:crypto';
import type { RequestContext } from '../../context/index.js';
import { CursorInvalid } from './paging.errors.js';

/** Where a page ends: the value of the column that the list is sorted by, as text, and the row's id as tie-breaker. */
export interface Position {
  key: string;
  id: string;
}

/** What the sorting column holds, so that a forged cursor is refused here and not by the database. */
const keyForms = {
  moment: isMoment,
  integer: (key: string) => /^-?\d{1,18}$/.test(key),
  text: (key: string) => /^[^\0]{0,500}$/u.test(key),
} as const;

const moment =
  /^(?!0000)(\d{4})-(\d{2})-(\d{2})[T ]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4])(:?[0-5]\d)?)$/;

/** One that the calendar has: PostgreSQL refuses others. */
function isMoment(key: string): boolean {
  const [, year = 0, month = 0, day = 0] = (moment.exec(key) ?? []).map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * The cursors of one list: opaque, and good for that list in that workspace only.
 *
 * @example
 * const callCursors = new Cursors('calls', 'moment');
 * const after = page.after === undefined ? null : callCursors.decode(ctx, page.after);
 * // WHERE (created_at, id) < (after.key, after.id) ORDER BY created_at DESC, id DESC LIMIT first + 1
 */
export class Cursors {
  #bindings = new Map<string, string>();

  constructor(
    private readonly list: string,
    private readonly key: keyof typeof keyForms,
  ) {}

  encode(ctx: RequestContext, { key, id }: Position): string {
    return Buffer.from(JSON.stringify([this.#binding(ctx.workspaceId), key, id])).toString('base64url');
  }

  /** @throws CursorInvalid for anything that `encode` did not make for this list and workspace. */
  decode(ctx: RequestContext, cursor: string): Position {
    const [binding, key, id] = parts(cursor);
    if (binding !== this.#binding(ctx.workspaceId)) throw new CursorInvalid();
    if (typeof key !== 'string' || typeof id !== 'string') throw new CursorInvalid();
    if (!keyForms[this.key](key) || !uuid.test(id)) throw new CursorInvalid();
    return { key, id };
  }

  #binding(workspaceId: string): string {
    const known = this.#bindings.get(workspaceId);
    if (known !== undefined) return known;
    if (this.#bindings.size >= 1_000) this.#bindings.clear();
    const binding = createHash('sha256')
      .update(`${this.list}|${this.key}|${workspaceId}`)
      .digest('base64url')
      .slice(0, 8);
    this.#bindings.set(workspaceId, binding);
    return binding;
  }
}

function parts(cursor: string): unknown[] {
  try {
    const decoded: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(decoded) && decoded.length === 3 ? decoded : [];
  } catch {
    throw new CursorInvalid();
  }
}
