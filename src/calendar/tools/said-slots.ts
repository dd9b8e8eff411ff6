import type { LocalizedText } from '../../kernel/errors/index.js';
import type { FreeSlot } from '../availability/availability.service.js';
import { saySlots } from '../speech/say-moment.js';
import type { Conversation } from './conversation.js';
import { sentences } from './sentences.js';

/** As a voice says them. */
export function saidSlots(
  slots: readonly FreeSlot[],
  { now, timeZone }: Pick<Conversation, 'now' | 'timeZone'>,
): LocalizedText {
  const starts = slots.map(({ start }) => start);
  return {
    en: saySlots(starts, { timeZone, now, locale: 'en' }),
    fr: saySlots(starts, { timeZone, now, locale: 'fr' }),
  };
}

/** What a caller hears in place of the time that was wanted. */
export function saidTaken(alternatives: readonly FreeSlot[], talk: Conversation): LocalizedText {
  if (alternatives.length === 0) return sentences.nothingFree;
  const said = saidSlots(alternatives, talk);
  return {
    en: `That time is taken. I can offer ${said.en}.`,
    fr: `Cet horaire est déjà pris. Je peux vous proposer ${said.fr}.`,
  };
}
