import type { RepairOffer } from '../repair-offer.js';

/** An offer as it is kept, and what came of it. */
export interface KeptRepair extends RepairOffer {
  id: string;
  diagnosisId: string;
  checkKey: string;
  /** What stood there before it was carried out, sealed; null until then. */
  previous: string | null;
  appliedAt: Date | null;
  undoneAt: Date | null;
}
