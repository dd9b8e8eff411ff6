/** How much one operation may ask for. The same over HTTP and WebSocket. */
export interface OperationLimits {
  /** Of the document, UTF-8. */
  documentBytes: number;
  tokens: number;
  /** Levels of fields, the leaf included: `calls { edges { node { assistant { client { name } } } } }` has 6. */
  depth: number;
  aliases: number;
  directives: number;
  /** Fields once every fragment stands where it is spread. */
  fields: number;
  /** Mentions of one response name in one selection; comparing them is quadratic. */
  repeats: number;
  /** Objects that may have to be read, with page sizes as asked for (see `OperationCost`). */
  cost: number;
  /** Of execution; a root field that waits for others says more by `@Extensions({ timeLimitMs })`. */
  timeMs: number;
}

/** The widest natural question, appointments with call, assistant and its costs, is 8 deep. */
export const operationLimits: OperationLimits = {
  documentBytes: 10_240,
  tokens: 1_000,
  depth: 8,
  aliases: 15,
  directives: 10,
  fields: 1_000,
  repeats: 20,
  cost: 10_000,
  timeMs: 5_000,
};
