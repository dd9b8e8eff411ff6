import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesPerId = 16;
/** Asking the system for the randomness of one id at a time takes fifteen times as long (docs/performance.md). */
const stock = Buffer.alloc(256 * bytesPerId);
let used = stock.length;

let msecs = 0;
let seq = 0;

/** A new id: UUID v7, so that ids sort by the time they were made, in this process even within a millisecond. */
export function uuidv7(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    // Leaves room to count up: https://www.rfc-editor.org/rfc/rfc9562#section-6.2
    seq = random.readUInt32BE(6) >>> 1;
  } else {
    seq = (seq + 1) >>> 0;
    if (seq === 0) msecs += 1;
  }
  return v7({ random, msecs, seq });
}

function nextRandom(): Buffer {
  if (used === stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += bytesPerId;
  return stock.subarray(used - bytesPerId, used);
}
