import { inspect } from 'node:util';

const mask = '[secret]';

/**
 * A value that must not be seen: a key, a password, a token. However it is printed, it prints `[secret]`;
 * only `reveal()` gives the value, so that every place that uses it can be found.
 */
export class Secret {
  readonly #value: string;

  constructor(value: string) {
    this.#value = value;
  }

  reveal(): string {
    return this.#value;
  }

  toString(): string {
    return mask;
  }

  toJSON(): string {
    return mask;
  }

  [inspect.custom](): string {
    return mask;
  }
}
