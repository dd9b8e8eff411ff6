const hidden = '[redacted]';

/** Members that hold keys, passwords, or addresses that are as good as a key. */
const secretMember =
  /secret|password|passphrase|api-?key|auth-?token|^token$|accesstoken|authorization|credentials$|^headers$|^authentication|controlurl|listenurl|^presigned(?!UrlsExpiresAt)|privatekey/i;

/** Members that hold prompts, and what SIP told of a call. */
const wordyMember = /prompt$|^systemMessage$|^sip(?!Uri$)|invite|pcap|debuggingArtifacts|^phoneCallProviderDetails$/i;

const sipText = /^(?:INVITE|ACK|BYE|OPTIONS|REGISTER|REFER) sips?:|\bSIP\/2\.0\b/;

/** A copy of a webhook's body that owners may see: no keys, no prompts, no SIP text. */
export function redactVapiBody(body: unknown): unknown {
  if (typeof body === 'string') return sipText.test(body) ? hidden : body;
  if (Array.isArray(body)) return body.map(redactVapiBody);
  if (typeof body !== 'object' || body === null) return body;
  const isPrompt = 'role' in body && body.role === 'system';
  return Object.fromEntries(Object.entries(body).map(([key, value]) => [key, redactMember(key, value, isPrompt)]));
}

function redactMember(key: string, value: unknown, isPrompt: boolean): unknown {
  const speaks = isPrompt && (key === 'message' || key === 'content');
  // Counts, such as those of tokens, and switches say nothing secret.
  const plain = value === null || typeof value === 'number' || typeof value === 'boolean';
  return !plain && (speaks || secretMember.test(key) || wordyMember.test(key)) ? hidden : redactVapiBody(value);
}
