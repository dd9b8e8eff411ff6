import type { Measure } from './price-units.js';

/** What its price is for, and under which source its cost stands among the lines of a call. */
export interface ItemFamily {
  measure: Measure;
  source: 'transport' | 'transcriber' | 'model' | 'voice' | 'recording' | 'number';
}

const seconds = (source: ItemFamily['source']): ItemFamily => ({ measure: 'seconds', source });

/** By how its items begin; what follows says more: a country, a vendor's model. */
const families: Readonly<Record<string, ItemFamily>> = {
  'twilio.voice.inbound': seconds('transport'),
  'twilio.voice.outbound': seconds('transport'),
  'twilio.conversation-relay': seconds('transport'),
  'twilio.media-streams': seconds('transport'),
  'twilio.gather.speech': seconds('transcriber'),
  'twilio.recording': seconds('recording'),
  'twilio.say': { measure: 'characters', source: 'voice' },
  'twilio.number': { measure: 'months', source: 'number' },
  recognition: seconds('transcriber'),
  speech: { measure: 'characters', source: 'voice' },
};

/** How items may be named, for whoever names one that is none. */
export const itemNames = [...Object.keys(families), 'model.<model>.input', 'model.<model>.output'];

const form = /^[A-Za-z0-9][A-Za-z0-9._:/@-]{0,118}[A-Za-z0-9]$/;
const modelItem = /^model\.(?<model>.+)\.(?<kind>input|output|cached-input)$/;
const modelDate = /-(?:\d{4}-\d{2}-\d{2}|\d{8})$/;

/** @returns undefined for what is no item: no usage would ever be priced by it. */
export function familyOf(item: string): ItemFamily | undefined {
  if (!form.test(item)) return undefined;
  if (modelItem.test(item)) return { measure: 'tokens', source: 'model' };
  return families[familyKey(item) ?? ''];
}

/**
 * By which items a usage can be priced, the closest first: `twilio.voice.inbound.fr` also by `twilio.voice.inbound`, a
 * dated version of a model by the model, and what a model had cached as if it had not.
 */
export function pricedBy(item: string): string[] {
  const { model, kind } = modelItem.exec(item)?.groups ?? {};
  if (model === undefined || kind === undefined) return [item, ...broader(item)];
  const kinds = kind === 'cached-input' ? [kind, 'input'] : [kind];
  const names = new Set([model, model.replace(modelDate, '')]);
  return kinds.flatMap((each) => [...names].map((name) => `model.${name}.${each}`));
}

function broader(item: string): string[] {
  const key = familyKey(item);
  const names: string[] = [];
  for (let name = item; key !== undefined && name !== key && name.includes('.');) {
    name = name.slice(0, name.lastIndexOf('.'));
    names.push(name);
  }
  return names;
}

function familyKey(item: string): string | undefined {
  return Object.keys(families).find((key) => item === key || item.startsWith(`${key}.`));
}
