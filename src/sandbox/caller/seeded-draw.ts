import { v4, v7 } from 'uuid';
import { sha256 } from '../../kernel/crypto/index.js';

/**
 * Chance that repeats: every draw follows from the seed and its label alone, so that adding one draw changes no other,
 * and the same seed makes the same call.
 */
export class SeededDraw {
  constructor(private readonly seed: string) {}

  /** From `low` up to, but not including, `high`. */
  between(label: string, low: number, high: number): number {
    return low + (this.bytes(label).readUInt32BE() / 2 ** 32) * (high - low);
  }

  hex(label: string, length: number): string {
    return this.bytes(label).toString('hex').slice(0, length);
  }

  uuid(label: string): string {
    return v4({ random: this.bytes(label) });
  }

  /** An id that sorts by `atMs`, as Vapi's call ids do. */
  timedUuid(label: string, atMs: number): string {
    return v7({ random: this.bytes(label), msecs: atMs });
  }

  private bytes(label: string): Buffer {
    return sha256(`${this.seed}\n${label}`);
  }
}
