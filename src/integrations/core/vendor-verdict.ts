import type { RawReply, Verdict } from '../../kernel/http/index.js';

const kinds: ReadonlyMap<number, Verdict['kind']> = new Map([
  [400, 'invalid_input'],
  [401, 'credential_rejected'],
  [402, 'rights_missing'],
  [403, 'rights_missing'],
  [404, 'not_found'],
  [409, 'conflict'],
  [422, 'invalid_input'],
  [429, 'rate_limited'],
]);

/** What the status of a refusal means where the vendor's own code does not say more. */
export function kindOfStatus(status: number): Verdict['kind'] | null {
  return kinds.get(status) ?? null;
}

interface Words {
  code?: string | undefined;
  message?: string | undefined;
}

/** A verdict in the vendor's words, for vendors that tell in nothing else which right is missing. */
export function saidVerdict(kind: Verdict['kind'] | null, { code, message }: Words): Verdict | null {
  if (kind !== 'rights_missing') return kind && { kind, code, message };
  return { kind, code, message, missing: [message ?? code ?? ''] };
}

/** How long until the moment that a header names in Unix seconds, by the vendor's own clock. */
export function untilReset({ headers }: Pick<RawReply, 'headers'>, header: string): number | undefined {
  const waitMs = Number(headers[header]) * 1000 - Date.parse(headers.date ?? '');
  return waitMs > 0 ? waitMs : undefined;
}
