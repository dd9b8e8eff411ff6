import { newToken } from '../../kernel/crypto/index.js';

/** What the secret of an API key looks like: `ab_` so that people and secret scanners know it, then 256 random bits. */
export const apiKeyPattern = /^ab_[A-Za-z0-9_-]{43}$/;

const shownCharacters = 10;

export function newApiKeySecret(): { secret: string; prefix: string } {
  const secret = newToken('ab_');
  return { secret, prefix: secret.slice(0, shownCharacters) };
}
