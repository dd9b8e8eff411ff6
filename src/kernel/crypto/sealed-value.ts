import { ivBytes, tagBytes, type Encrypted } from './aes-gcm.js';
import { isKeyId } from './key-ring.js';

const version = 'v1';
const dataKeyBytes = 32;

/** A sealed value taken apart: the wrapped data key with the id of its master key, and the value under that data key. */
export interface SealedValue {
  keyId: string;
  dataKey: Encrypted;
  value: Encrypted;
}

/** `v1.<key id>.<nonce, tag and wrapped data key>.<nonce>.<tag>.<text>`, each part base64url. */
export function writeSealed({ keyId, dataKey, value }: SealedValue): string {
  const wrapped = Buffer.concat([dataKey.iv, dataKey.tag, dataKey.text]);
  const encoded = [wrapped, value.iv, value.tag, value.text].map((part) => part.toString('base64url'));
  return [version, keyId, ...encoded].join('.');
}

/** @returns null when the text is not exactly what `writeSealed` writes. */
export function readSealed(text: string): SealedValue | null {
  const sealed = parse(text);
  return sealed && writeSealed(sealed) === text ? sealed : null;
}

function parse(text: string): SealedValue | null {
  const [read, keyId = '', ...encoded] = text.split('.');
  const [wrapped, iv, tag, ciphertext, ...rest] = encoded.map((part) => Buffer.from(part, 'base64url'));
  if (read !== version || !isKeyId(keyId) || rest.length > 0) return null;
  if (wrapped?.length !== ivBytes + tagBytes + dataKeyBytes) return null;
  if (iv?.length !== ivBytes || tag?.length !== tagBytes || !ciphertext) return null;
  const dataKey = {
    iv: wrapped.subarray(0, ivBytes),
    tag: wrapped.subarray(ivBytes, ivBytes + tagBytes),
    text: wrapped.subarray(ivBytes + tagBytes),
  };
  return { keyId, dataKey, value: { iv, tag, text: ciphertext } };
}

/** The id of the master key that a sealed value is under. @returns null for what is no sealed value. */
export function sealedKeyId(text: string): string | null {
  return readSealed(text)?.keyId ?? null;
}
