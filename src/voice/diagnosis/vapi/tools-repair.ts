import type { AssistantDifference } from '../../assistants/voice-assistant.entity.js';
import type { RepairOffer } from '../repair-offer.js';

/** The tools of an assistant at Vapi; the target says whose. */
export const toolsRepairKind = 'vapi.tools';

export interface ToolsRepair {
  /** Ours. */
  assistantId: string;
  differences: readonly AssistantDifference[];
}

/** Offers to make the tools what they should be, and to give the assistant those and no others of ours. */
export function offerTools({ assistantId, differences }: ToolsRepair): RepairOffer {
  const names = [...new Set(differences.map(({ target }) => target.replace(/^tool:/, '')))].join(', ');
  return {
    kind: toolsRepairKind,
    target: { assistantId },
    description: {
      en: `Put the assistant’s tools at Vapi right: ${names}.`,
      fr: `Remettre en ordre les outils de l’assistant chez Vapi : ${names}.`,
    },
    before: differences.map(({ target, action, before }) => ({ target, action, value: before })),
    after: differences.map(({ target, action, after }) => ({ target, action, value: after })),
  };
}
