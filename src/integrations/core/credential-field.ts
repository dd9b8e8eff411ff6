import type { LocalizedText } from '../../kernel/errors/index.js';

/** One value that a user enters: a secret, or a setting such as a subdomain. The form, its checks and its masks come from it. */
export interface CredentialField {
  /** camelCase, stable: `apiKey`. */
  readonly key: string;
  readonly label: LocalizedText;
  /** Where to find it, in the vendor's own words for its menus. */
  readonly help: LocalizedText | undefined;
  /** Sealed when stored and never shown again. */
  readonly secret: boolean;
  readonly required: boolean;
  /** What it looks like. A hint for the form, unless `strict`. */
  readonly pattern: RegExp | undefined;
  /** What does not match is refused. Always so for what becomes part of a host name. */
  readonly strict: boolean;
  /** The only values that it can have. */
  readonly choices: readonly string[] | undefined;
  /** What counts where nothing was entered. */
  readonly fallback: string | undefined;
}

export interface FieldOptions {
  label: LocalizedText;
  help?: LocalizedText;
  /** Default true. */
  required?: boolean;
  pattern?: RegExp;
  strict?: boolean;
}

const plain = { help: undefined, pattern: undefined, strict: false, choices: undefined, fallback: undefined };

/**
 * @example
 * secretField('apiKey', { label: { en: 'API key', fr: 'Clé d’API' }, help: { en: 'Profile > API keys', fr: '…' } })
 */
export function secretField(key: string, options: FieldOptions): CredentialField {
  return { ...plain, required: true, ...options, key, secret: true };
}

/** A setting that is no secret: an account id, a region, a subdomain. */
export function textField(key: string, options: FieldOptions & { fallback?: string }): CredentialField {
  return { ...plain, required: options.fallback === undefined, ...options, key, secret: false };
}

/** A setting with few values, such as a region; the first one counts where nothing was entered. */
export function choiceField(
  key: string,
  choices: readonly [string, ...string[]],
  options: Pick<FieldOptions, 'label' | 'help'>,
): CredentialField {
  return { ...plain, ...options, key, secret: false, required: false, strict: true, choices, fallback: choices[0] };
}
