import type { CalComEventType, CalComField } from '../providers/calcom/event-type.js';
import { foldedWords } from './folded-words.js';

export interface FieldAnswers {
  /** By slug, in the type that the field wants. */
  responses: Readonly<Record<string, unknown>>;
  /** Labels of what is required and was not said, or not in a way that fits. */
  missing: readonly string[];
}

/** What else a model may call the number of people; event types name it as they like. */
const partySize = [
  'partysize',
  'party',
  'people',
  'persons',
  'guests',
  'numberofguests',
  'nombredepersonnes',
  'personnes',
  'couverts',
];

/**
 * Answers to the event type's own questions, from whatever a model said besides: by the field's slug or its label,
 * whatever their spelling. What fits no field is left out.
 */
export function answerFields({ fields }: CalComEventType, said: Readonly<Record<string, unknown>>): FieldAnswers {
  const own = fields.filter(({ isDefault, hidden }) => !isDefault && !hidden);
  const spoken = new Map(Object.entries(flattened(said)).map(([key, value]) => [fold(key), value]));
  const responses: Record<string, unknown> = {};
  const missing: string[] = [];
  for (const field of own) {
    const answer = toAnswer(field, namesOf(field).flatMap((name) => spoken.get(name) ?? [])[0]);
    if (answer !== undefined) responses[field.slug] = answer;
    else if (field.required) missing.push(field.label ?? field.slug);
  }
  return { responses, missing };
}

/** Answers may stand in an object of their own. */
function flattened(said: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { responses } = said;
  const nested = typeof responses === 'object' && responses !== null && !Array.isArray(responses) ? responses : {};
  return { ...said, ...nested };
}

function namesOf({ slug, label, type }: CalComField): string[] {
  const names = [slug, label ?? slug].map(fold);
  const isPartySize = type === 'number' && names.some((name) => partySize.includes(name));
  return isPartySize ? [...names, ...partySize] : names;
}

function toAnswer({ type, options }: CalComField, said: unknown): unknown {
  if (said === undefined || said === null || said === '') return undefined;
  if (type === 'number') return toNumber(said);
  if (type === 'boolean') return toBoolean(said);
  if (type === 'multiselect' || type === 'checkbox') return toOptions(options, Array.isArray(said) ? said : [said]);
  const text = toText(said);
  if (text === undefined || options.length === 0) return text;
  return options.find((option) => fold(option) === fold(text));
}

function toOptions(options: readonly string[], said: readonly unknown[]): string[] | undefined {
  const chosen = said.map((each) => options.find((option) => fold(option) === fold(toText(each) ?? '')));
  return chosen.every((each) => each !== undefined) && chosen.length > 0 ? chosen : undefined;
}

function toText(said: unknown): string | undefined {
  if (typeof said === 'string') return said.trim().slice(0, 500) || undefined;
  return typeof said === 'number' || typeof said === 'boolean' ? String(said) : undefined;
}

/** The first number in what was said: `4 personnes`. */
function toNumber(said: unknown): number | undefined {
  if (typeof said === 'number') return Number.isFinite(said) ? said : undefined;
  const [digits] = /-?\d+(?:[.,]\d+)?/.exec(toText(said) ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits.replace(',', '.'));
}

const yes = ['yes', 'true', 'oui', 'vrai', '1'];
const no = ['no', 'false', 'non', 'faux', '0'];

function toBoolean(said: unknown): boolean | undefined {
  if (typeof said === 'boolean') return said;
  const word = fold(toText(said) ?? '');
  if (yes.includes(word)) return true;
  return no.includes(word) ? false : undefined;
}

function fold(text: string): string {
  return foldedWords(text).replaceAll(' ', '');
}
