import type { FieldFault, LocalizedText } from '../../kernel/errors/index.js';
import type { AuthMode } from '../core/auth-mode.js';
import type { Connector } from '../core/connector.js';
import type { CredentialField } from '../core/credential-field.js';
import { CredentialsInvalid } from '../integrations.errors.js';

/** What was entered, checked against the mode that it is for. */
export interface CredentialInput {
  mode: AuthMode;
  /** Only what was given now; an empty text takes an optional value away. */
  given: ReadonlyMap<string, string>;
}

/** What a user enters, as a client sends it. */
export interface EnteredCredentials {
  values: readonly { key: string; value: string }[];
  /** The way in, by its key; found by the fields where it is left out. */
  mode?: string | null | undefined;
  /** Whether the deployment has an application at the vendor, so that the user need not bring one. */
  hasApplication?: boolean;
}

/** What a user's own application is entered with. */
const applicationFields: ReadonlySet<string> = new Set(['clientId', 'clientSecret']);

const longest = 20_000;
/** Neither is text to PostgreSQL, and no vendor has them in a credential. */
const notText = /[\0\p{Cs}]/u;

const texts = {
  unknown: { en: 'This integration has no such field.', fr: 'Cette intégration n’a pas ce champ.' },
  twice: { en: 'Give each field once.', fr: 'Indiquez chaque champ une seule fois.' },
  missing: { en: 'This field is needed.', fr: 'Ce champ est nécessaire.' },
  pattern: { en: 'This is not what such a value looks like.', fr: 'Cette valeur n’a pas la forme attendue.' },
  tooLong: { en: `Give at most ${longest} characters.`, fr: `Indiquez au plus ${longest} caractères.` },
} satisfies Record<string, LocalizedText>;

/**
 * Finds the way in that the given fields belong to, and checks them. Fields that a stored connection has already need not
 * be given again.
 *
 * @param stored The mode and the fields of the connection as it is, if there is one.
 * @throws CredentialsInvalid naming each field that is wrong.
 */
export function readCredentials(
  connector: Connector,
  { values, mode: wanted, hasApplication = false }: EnteredCredentials,
  stored: { mode: string; keys: ReadonlySet<string> } | null,
): CredentialInput {
  const keys = values.map(({ key }) => key);
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (repeated.length > 0) throw new CredentialsInvalid(repeated.map((key) => fault(key, texts.twice)));
  const mode = modeFor(connector, { keys, wanted, storedMode: stored?.mode });
  const has = (key: string) =>
    (stored?.mode === mode.key && stored.keys.has(key)) ||
    (hasApplication && mode.grant?.authorization !== undefined && applicationFields.has(key));
  const given = new Map(values.map(({ key, value }) => [key, value.trim()]));
  const faults = [
    ...keys.filter((key) => !mode.fields.some((field) => field.key === key)).map((key) => fault(key, texts.unknown)),
    ...mode.fields.flatMap((field) => faultsOf(field, given.get(field.key), has(field.key))),
  ];
  if (faults.length > 0) throw new CredentialsInvalid(faults);
  return { mode, given };
}

/** The first mode that knows all given fields and lacks none that it needs; failing that, the one that knows most of them. */
function modeFor(
  { auth }: Connector,
  {
    keys,
    wanted,
    storedMode,
  }: { keys: readonly string[]; wanted?: string | null | undefined; storedMode: string | undefined },
): AuthMode {
  if (typeof wanted === 'string') {
    const named = auth.find(({ key }) => key === wanted);
    if (named) return named;
    throw new CredentialsInvalid([{ path: 'mode', message: oneOf(auth.map(({ key }) => key)) }]);
  }
  const ordered = [...auth].sort((a, b) => Number(b.key === storedMode) - Number(a.key === storedMode));
  const known = (mode: AuthMode) => keys.filter((key) => mode.fields.some((field) => field.key === key)).length;
  const complete = (mode: AuthMode) => {
    const lacks = mode.fields.some(({ key, required }) => required && !keys.includes(key));
    return known(mode) === keys.length && (!lacks || (mode.key === storedMode && keys.length > 0));
  };
  const best = [...ordered].sort((a, b) => known(b) - known(a))[0];
  return auth.find((mode) => mode.key === storedMode && complete(mode)) ?? ordered.find(complete) ?? best ?? auth[0];
}

function faultsOf(field: CredentialField, value: string | undefined, isStored: boolean): FieldFault[] {
  const { key, required } = field;
  if (value === undefined || value === '') {
    const isThere = value === undefined && isStored;
    return required && !isThere ? [fault(key, texts.missing)] : [];
  }
  const message = faultOfValue(field, value);
  return message ? [fault(key, message)] : [];
}

function faultOfValue({ strict, pattern, choices }: CredentialField, value: string): LocalizedText | null {
  if (value.length > longest) return texts.tooLong;
  if (choices && !choices.includes(value)) return oneOf(choices);
  return notText.test(value) || (strict && pattern?.test(value) === false) ? texts.pattern : null;
}

function oneOf(choices: readonly string[]): LocalizedText {
  const list = choices.join(', ');
  return { en: `Choose one of: ${list}.`, fr: `Choisissez parmi : ${list}.` };
}

function fault(key: string, message: LocalizedText): FieldFault {
  return { path: `credentials.${key.slice(0, 60)}`, message };
}
