import { createHmac, hash, randomBytes, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Secret } from '../config/index.js';

export type HmacAlgorithm = 'sha1' | 'sha256' | 'sha384' | 'sha512';
export type KeyMaterial = Secret | KeyObject | string | Uint8Array;

export function sha256(data: string | Uint8Array): Buffer {
  return hash('sha256', data, 'buffer');
}

/**
 * A new random token for a URL, a cookie or a header.
 *
 * @param prefix Stands before the random part as it is, so that people and secret scanners know it: `ab_`.
 */
export function newToken(prefix = '', bytes = 32): string {
  return prefix + randomBytes(bytes).toString('base64url');
}

/** The hash under which a random token is stored. Nothing slower is needed: nobody guesses 256 random bits. */
export function hashToken(token: string): Buffer {
  return sha256(token);
}

/**
 * Compares without telling by its duration where the two differ, nor whether their lengths do:
 * hashes of one length are compared instead.
 */
export function constantTimeEqual(a: string | Uint8Array, b: string | Uint8Array): boolean {
  return timingSafeEqual(sha256(a), sha256(b));
}

/**
 * Compares two digests, whose length is no secret, without telling by its duration where they differ: at a sixth of what
 * `constantTimeEqual` costs.
 */
export function sameDigest(a: Uint8Array, b: Uint8Array): boolean {
  return a.byteLength === b.byteLength && timingSafeEqual(a, b);
}

/** HMAC over the chunks one after the other, so that a large body is not copied to be signed. */
export function hmac(algorithm: HmacAlgorithm, secret: KeyMaterial, ...chunks: (string | Uint8Array)[]): Buffer {
  const mac = createHmac(algorithm, secret instanceof Secret ? secret.reveal() : secret);
  for (const chunk of chunks) mac.update(chunk);
  return mac.digest();
}
