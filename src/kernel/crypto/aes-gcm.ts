import { createCipheriv, createDecipheriv, randomBytes, type KeyObject } from 'node:crypto';

const algorithm = 'aes-256-gcm';
export const ivBytes = 12;
export const tagBytes = 16;

export interface Encrypted {
  iv: Buffer;
  tag: Buffer;
  text: Buffer;
}

/** AES-256-GCM under a fresh 96-bit nonce. */
export function encrypt(key: KeyObject | Buffer, plaintext: Buffer, bound: string): Encrypted {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  const text = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return { iv, tag: cipher.getAuthTag(), text };
}

/** @throws Error when key, nonce, tag, text or what it is bound to differs from when it was encrypted. */
export function decrypt(key: KeyObject | Buffer, { iv, tag, text }: Encrypted, bound: string): Buffer {
  const decipher = createDecipheriv(algorithm, key, iv, { authTagLength: tagBytes }).setAAD(Buffer.from(bound));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(text), decipher.final()]);
}
