import type { LocalizedText } from '../../kernel/errors/index.js';
import type { AgentKey } from '../agent-keys.js';
import { houseRules } from './house-rules.js';

/** A specialist as every workspace has it before it changes anything. */
export interface Specialist {
  key: AgentKey;
  name: string;
  role: LocalizedText;
  description: LocalizedText;
  /** What its model is told, the rules that hold for all included. */
  instructions: LocalizedText;
}

/**
 * Declares a specialist, in `specialists/<key>.agent.ts`. Its instructions tell its trade alone and leave out its name,
 * which a workspace may change; the rules that hold for all seven are added here.
 *
 * @example
 * export const penn = defineSpecialist({
 *   key: 'penn',
 *   name: 'Penn',
 *   role: { en: 'Copywriting', fr: 'Rédaction' },
 *   description: { en: 'Writes pages, ads and posts.', fr: 'Écrit pages, annonces et publications.' },
 *   instructions: { en: 'You write the texts of a small business. …', fr: 'Vous écrivez les textes d’une petite entreprise. …' },
 * });
 */
export function defineSpecialist(specialist: Specialist): Specialist {
  const { en, fr } = specialist.instructions;
  return { ...specialist, instructions: { en: `${en}\n\n${houseRules.en}`, fr: `${fr}\n\n${houseRules.fr}` } };
}
