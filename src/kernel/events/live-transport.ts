export interface LiveListener {
  message(text: string): void;
  /** From now on every message arrives; between an earlier loss and now some may not have. */
  listening(): void;
}

/** Carries short texts to every process of the deployment, this one included. Nothing keeps them. */
export abstract class LiveTransport {
  /** Connects and stays connected, whatever happens, until it is closed. */
  abstract open(listener: LiveListener): void;

  /** @throws when they cannot be sent right now. */
  abstract send(texts: readonly string[]): Promise<void>;

  abstract close(): Promise<void>;
}
