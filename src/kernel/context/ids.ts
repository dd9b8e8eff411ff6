import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const bytesPerId = 16;
/** Asking the system for the randomness of one id at a time takes fifteen times as long (docs/performance.md). */
const stock = Buffer.alloc(4_096);
let used = stock.length;

let msecs = 0;
let seq = 0;

/** A new id: UUID v7, so that ids sort by the time they were made, in this process even within a millisecond. */
export function uuidv7(): string {
  const random = nextRandom(bytesPerId);
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

/** When the id of a version 7 was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return parseInt(id.replaceAll('-', '').slice(0, 12), 16);
}

/** Random bytes in hexadecimal, for ids that are no secrets; at most 64. */
export function randomHex(bytes: number): string {
  return nextRandom(bytes).toString('hex');
}

function nextRandom(bytes: number): Buffer {
  if (used + bytes > stock.length) {
    randomFillSync(stock);
    used = 0;
  }
  used += bytes;
  return stock.subarray(used - bytes, used);
}
