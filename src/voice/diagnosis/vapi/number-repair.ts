import type { RepairOffer } from '../repair-offer.js';

/** Who answers a number at Vapi; the target holds the ids of both there. */
export const assignmentRepairKind = 'vapi.number-assignment';

/** A number that Vapi is to take; the target holds our line. */
export const importRepairKind = 'vapi.number-import';

export interface Assignment {
  /** Vapi’s ids. */
  numberId: string;
  before: string | null;
  after: string;
}

export function offerAssignment({ numberId, before, after }: Assignment): RepairOffer {
  return {
    kind: assignmentRepairKind,
    target: { numberId, vapiAssistantId: after },
    description: {
      en: 'Have the number ring at this assistant at Vapi.',
      fr: 'Faire sonner le numéro chez cet assistant chez Vapi.',
    },
    before: { assistantId: before },
    after: { assistantId: after },
  };
}

export function offerImport(lineId: string, number: string): RepairOffer {
  return {
    kind: importRepairKind,
    target: { lineId },
    description: {
      en: `Import ${number} into Vapi, which then sets the number’s addresses at Twilio.`,
      fr: `Importer ${number} dans Vapi, qui règle alors les adresses du numéro chez Twilio.`,
    },
    before: { imported: false },
    after: { imported: true },
  };
}
