/** A request as it came in. */
export interface ReceivedRequest {
  readonly method: string;
  /** Without the vendor's host before it and the query behind it. */
  readonly path: string;
  /** With its question mark; empty where there is none. */
  readonly search: string;
  /** Of the header `cal-api-version`. */
  readonly version: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  /** The exact text. */
  readonly text: string;
  /** Its JSON; undefined where it was something else. */
  readonly body: unknown;
}

const most = 20_000;

/** What has been asked, the latest at the end; of very many only the later half. */
export class ReceivedRequests {
  readonly #all: ReceivedRequest[] = [];

  add(request: ReceivedRequest): void {
    if (this.#all.length >= most) this.#all.splice(0, most / 2);
    this.#all.push(request);
  }

  list(): readonly ReceivedRequest[] {
    return this.#all;
  }
}
