import { sha256 } from '../../../kernel/crypto/index.js';

/** Chance that repeats with its seed: from 0 up to, but not including, 1. */
export function seededChance(seed: string): () => number {
  let count = 0;
  return () => {
    count += 1;
    return sha256(`${seed}\n${count}`).readUInt32BE() / 2 ** 32;
  };
}
