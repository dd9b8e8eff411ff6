import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { decrypt, encrypt } from './aes-gcm.js';
import { SealBroken } from './crypto.errors.js';
import { KeyRing, type MasterKey } from './key-ring.js';
import { bindingText, placeOf, type SealBinding } from './seal-binding.js';
import { readSealed, writeSealed, type SealedValue } from './sealed-value.js';

/**
 * Seals values for storage: AES-256-GCM under a fresh data key per value, which is itself wrapped by a master key.
 * A sealed value opens only for the place that it was sealed for.
 *
 * @example
 * const binding = { table: 'connections', workspaceId, agentId, recordId: connection.id, field: 'credentials' };
 * connection.credentials = this.envelope.seal(JSON.stringify(credentials), binding);
 */
@Injectable()
export class Envelope {
  constructor(private readonly keys: KeyRing) {}

  seal(plaintext: string | Buffer, binding: SealBinding): string {
    const bound = bindingText(binding);
    const dataKey = randomBytes(32);
    const value = encrypt(dataKey, Buffer.from(plaintext), bound);
    return writeSealed({ ...this.wrap(dataKey, bound), value });
  }

  /**
   * @throws SealedByUnknownKey when its master key is not in the ring.
   * @throws SealBroken when it was altered or sealed for another place.
   */
  open(sealed: string, binding: SealBinding): Buffer {
    const parts = this.read(sealed, binding);
    const dataKey = this.unwrap(parts, binding);
    return opened(binding, () => decrypt(dataKey, parts.value, bindingText(binding)));
  }

  /**
   * Moves a sealed value under the current master key without opening the value itself.
   *
   * @returns null when it is there already.
   */
  rewrap(sealed: string, binding: SealBinding): string | null {
    const parts = this.read(sealed, binding);
    if (parts.keyId === this.keys.current.id) return null;
    const dataKey = this.unwrap(parts, binding);
    return writeSealed({ ...this.wrap(dataKey, bindingText(binding)), value: parts.value });
  }

  private read(sealed: string, binding: SealBinding): SealedValue {
    const parts = readSealed(sealed);
    if (!parts) throw new SealBroken(placeOf(binding));
    return parts;
  }

  private wrap(dataKey: Buffer, bound: string): Pick<SealedValue, 'keyId' | 'dataKey'> {
    const { id, key } = this.keys.current;
    return { keyId: id, dataKey: encrypt(key, dataKey, outerBound(bound, id)) };
  }

  private unwrap({ keyId, dataKey }: SealedValue, binding: SealBinding): Buffer {
    const master: MasterKey = this.keys.byId(keyId);
    return opened(binding, () => decrypt(master.key, dataKey, outerBound(bindingText(binding), keyId)));
  }
}

function outerBound(bound: string, keyId: string): string {
  return `${bound}|${keyId}`;
}

function opened(binding: SealBinding, decryption: () => Buffer): Buffer {
  try {
    return decryption();
  } catch (cause) {
    throw new SealBroken(placeOf(binding), cause);
  }
}
