import type { RequestContext } from '../../kernel/context/index.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';

/** What is looked at: everything between an assistant’s telephone number and the records of its calls. */
export interface Chain {
  readonly ctx: RequestContext;
  readonly assistant: VoiceAssistant;
  /** Aborted when the diagnosis has to be told. */
  readonly signal: AbortSignal;
}

/**
 * Reads something once in a diagnosis, whichever check asks first.
 *
 * @example
 * readonly #number = new OncePerChain((chain) => this.readNumber(chain));
 */
export class OncePerChain<T> {
  readonly #known = new WeakMap<Chain, Promise<T>>();

  constructor(private readonly read: (chain: Chain) => Promise<T>) {}

  of(chain: Chain): Promise<T> {
    const known = this.#known.get(chain);
    if (known) return known;
    const reading = this.read(chain);
    this.#known.set(chain, reading);
    return reading;
  }
}
