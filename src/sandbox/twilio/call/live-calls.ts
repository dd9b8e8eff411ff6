/** Where a call goes on: a document by its address, or the document itself. */
export type NextDocument = { readonly url: string; readonly method: 'GET' | 'POST' } | { readonly twiml: string };

/** What the API was told to do with a call that lasts. */
export interface CallChange {
  readonly isEnded: boolean;
  readonly document: NextDocument | null;
}

/** Calls that are being played, and those that the API ordered and nobody has picked up yet. */
export class LiveCalls {
  readonly #changes = new Map<string, CallChange[]>();
  readonly #orders = new Map<string, URLSearchParams>();

  begin(callSid: string): void {
    this.#changes.set(callSid, []);
  }

  end(callSid: string): void {
    this.#changes.delete(callSid);
  }

  /** Says whether the call is being played, so that the change reaches it. */
  change(callSid: string, change: CallChange): boolean {
    const waiting = this.#changes.get(callSid);
    waiting?.push(change);
    return waiting !== undefined;
  }

  /** Takes the next change that has come in. */
  takeChange(callSid: string): CallChange | null {
    return this.#changes.get(callSid)?.shift() ?? null;
  }

  ordered(callSid: string, form: URLSearchParams): void {
    this.#orders.set(callSid, form);
  }

  /** What the call was made with. */
  takeOrder(callSid: string): URLSearchParams | null {
    const order = this.#orders.get(callSid) ?? null;
    this.#orders.delete(callSid);
    return order;
  }
}
