import type { PageInfoType } from './page-info.type.js';
import type { PageRequest } from './page-args.js';

export interface PageSource<Row, Node> {
  request: PageRequest;
  /** At most one row more than asked for: it tells that another page follows. */
  rows: readonly Row[];
  toNode: (row: Row) => Node;
  cursorOf: (row: Row) => string;
  /** Asked only when somebody selects `totalCount`. */
  countAll: () => number | Promise<number>;
}

export interface Edge<Node> {
  cursor: string;
  node: Node;
}

/** One page of a list, as a connection type serves it and as REST can use it. Cursors are made when they are read. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge<Node>[];
  readonly pageInfo: PageInfoType;
  totalCount(): number | Promise<number>;
}

/**
 * Makes a page of rows.
 *
 * @example
 * const rows = await this.calls.list(ctx, filter, { ...position, limit: request.first + 1 });
 * return toPage({ request, rows, toNode: toCallType, cursorOf: (row) => callCursors.encode(ctx, positionOf(row)),
 *   countAll: () => this.calls.count(ctx, filter) });
 */
export function toPage<Row, Node>(source: PageSource<Row, Node>): Page<Node> {
  return new RowPage(source);
}

class RowPage<Row, Node> implements Page<Node> {
  readonly nodes: readonly Node[];
  readonly #rows: readonly Row[];
  #edges: readonly Edge<Node>[] | undefined;
  #pageInfo: PageInfoType | undefined;

  constructor(private readonly source: PageSource<Row, Node>) {
    this.#rows = source.rows.slice(0, source.request.first);
    this.nodes = this.#rows.map(source.toNode);
  }

  // Compiled queries read a property more than once.
  get edges(): readonly Edge<Node>[] {
    this.#edges ??= this.nodes.map((node, index) => ({ cursor: this.#cursorAt(index) ?? '', node }));
    return this.#edges;
  }

  get pageInfo(): PageInfoType {
    this.#pageInfo ??= {
      hasNextPage: this.source.rows.length > this.source.request.first,
      hasPreviousPage: this.source.request.after !== undefined,
      startCursor: this.#cursorAt(0),
      endCursor: this.#cursorAt(this.#rows.length - 1),
    };
    return this.#pageInfo;
  }

  totalCount(): number | Promise<number> {
    return this.source.countAll();
  }

  #cursorAt(index: number): string | null {
    const row = this.#rows[index];
    return row === undefined ? null : this.source.cursorOf(row);
  }
}
