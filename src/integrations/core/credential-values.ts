import { Secret } from '../../kernel/config/index.js';
import type { CredentialField } from './credential-field.js';

/** What was entered for one connection: secrets as `Secret`, settings as text. */
export class CredentialValues {
  readonly #fields: ReadonlyMap<string, CredentialField>;

  constructor(
    fields: readonly CredentialField[],
    private readonly entered: ReadonlyMap<string, string | Secret>,
  ) {
    this.#fields = new Map(fields.map((field) => [field.key, field]));
  }

  /** @throws Error for a field that is not declared, or was not entered: a fault of the connector or of the caller. */
  secret(key: string): Secret {
    const secret = this.optionalSecret(key);
    if (!secret) throw new Error(`The credential "${key}" was not entered.`);
    return secret;
  }

  optionalSecret(key: string): Secret | undefined {
    const value = this.entered.get(this.declared(key, true).key);
    return typeof value === 'string' ? new Secret(value) : value;
  }

  /** @throws Error for a field that is not declared, or was not entered and has no fallback. */
  text(key: string): string {
    const text = this.optionalText(key);
    if (text === undefined) throw new Error(`The setting "${key}" was not entered.`);
    return text;
  }

  optionalText(key: string): string | undefined {
    const field = this.declared(key, false);
    const value = this.entered.get(key);
    return typeof value === 'string' ? value : field.fallback;
  }

  /** Every secret that was entered. */
  get secrets(): Secret[] {
    return [...this.entered.values()].filter((value) => value instanceof Secret);
  }

  private declared(key: string, secret: boolean): CredentialField {
    const field = this.#fields.get(key);
    if (field?.secret !== secret) throw new Error(`No ${secret ? 'secret' : 'setting'} "${key}" is declared.`);
    return field;
  }
}
