import { sha256 } from '../../kernel/crypto/index.js';

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

/**
 * Three letters by which a model names one of a caller's appointments, and a caller can spell it. It opens nothing by
 * itself: it is looked for among the caller's own appointments only.
 */
export function referenceOf(appointmentId: string): string {
  const [a = 0, b = 0, c = 0] = sha256(appointmentId);
  return [a, b, c].map((byte) => letters[byte % letters.length]).join('');
}
