export { cryptoConfig } from './crypto.config.js';
export { CryptoModule } from './crypto.module.js';
export { SealBroken, SealedByUnknownKey } from './crypto.errors.js';
export { Envelope } from './envelope.js';
export {
  constantTimeEqual,
  hashToken,
  hmac,
  newToken,
  sameDigest,
  sha256,
  type HmacAlgorithm,
  type KeyMaterial,
} from './hashing.js';
export { KeyRing } from './key-ring.js';
export { hashPassword, needsRehash, verifyPassword } from './password.js';
export type { SealBinding } from './seal-binding.js';
export { defineSealedColumn, sealedColumns, type SealedColumn, type SealedRow } from './sealed-columns.js';
export { sealedKeyId } from './sealed-value.js';
