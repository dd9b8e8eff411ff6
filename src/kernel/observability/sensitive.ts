/** Compared without case and separators, so that `x-vapi-secret`, `X_VAPI_SECRET` and `xVapiSecret` are one. */
const sensitive =
  /authorization|cookie|password|passwd|passphrase|secret|credential|apikey|accesskey|privatekey|signingkey|encryptionkey|csrf|token$|(access|refresh)tokens|jwt|sipuri/;

/** `apiKeyId` and `tokenCount` name a secret but do not hold one. */
const harmless = /(id|ids|count|version)$/;

export function isSensitiveKey(key: string): boolean {
  const plain = key.replace(/[-_.\s]/g, '').toLowerCase();
  return sensitive.test(plain) && !harmless.test(plain);
}

const shortestSecret = 6;
const shortestPart = 10;

/**
 * What to look for when a setting is secret: its value, and the parts that may travel without the rest:
 * the password of a URL, the entries of a list, what follows the id of an `id:key` pair.
 */
export function knownSecrets(value: string): string[] {
  const parts = value.split(',').flatMap((entry) => [entry, entry.slice(entry.indexOf(':') + 1)]);
  const found = [...parts, ...passwordsOf(value)].filter((part) => part.length >= shortestPart);
  return value.length >= shortestSecret ? [value, ...found] : [];
}

function passwordsOf(value: string): string[] {
  if (!URL.canParse(value)) return [];
  const { password } = new URL(value);
  return [password, decodeURIComponent(password)];
}

const urlCredentials = /\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"']+@/gi;
const secretParameter = /([?&][\w.-]*(?:token|secret|password|key|signature)=)[^&\s"'#]+/gi;
const authorizationScheme = /\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi;
const jsonWebToken = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]+/g;
const apiKey = /\b(ab|sk|rk|whsec|cal_live|cal_test)_[\w-]{16,}/g;

/** Masks what looks like a credential even though nobody declared it. */
export function maskPatterns(text: string, mask: string): string {
  if (text.length < shortestSecret) return text;
  return text
    .replace(urlCredentials, `$1${mask}@`)
    .replace(secretParameter, `$1${mask}`)
    .replace(authorizationScheme, `$1 ${mask}`)
    .replace(jsonWebToken, mask)
    .replace(apiKey, mask);
}
