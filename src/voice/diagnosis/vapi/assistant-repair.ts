import type { LocalizedText } from '../../../kernel/errors/index.js';
import type { AssistantDifference } from '../../assistants/voice-assistant.entity.js';
import type { RepairOffer } from '../repair-offer.js';

/** Fields of an assistant at Vapi; the target names them, and whose they are. */
export const assistantRepairKind = 'vapi.assistant';

export interface FieldRepair {
  /** Ours. */
  assistantId: string;
  differences: readonly AssistantDifference[];
}

/** Offers to write the fields that these differences are in, and no others. Vapi replaces each of them whole. */
export function offerFields({ assistantId, differences }: FieldRepair): RepairOffer {
  const fields = [...new Set(differences.map(({ target }) => fieldOf(target)))];
  return {
    kind: assistantRepairKind,
    target: { assistantId, fields: fields.join(',') },
    description: describe(fields),
    before: Object.fromEntries(differences.map(({ target, before }) => [pathOf(target), before])),
    after: Object.fromEntries(differences.map(({ target, after }) => [pathOf(target), after])),
  };
}

function describe(fields: readonly string[]): LocalizedText {
  const names = fields.join(', ');
  return { en: `Set ${names} of the assistant at Vapi.`, fr: `Régler ${names} de l’assistant chez Vapi.` };
}

/** `assistant.server.url` stands in the field `server`. */
function fieldOf(target: string): string {
  return pathOf(target).split('.')[0] ?? '';
}

function pathOf(target: string): string {
  return target.replace(/^assistant\./, '');
}
