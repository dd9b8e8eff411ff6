const e164 = /^\+[1-9]\d{5,14}$/;

/** The number in E.164, or null: callers can be anonymous, SIP addresses, `client:…`. */
export function toE164(identity: string | null): string | null {
  const compact = identity?.replace(/[\s().-]/g, '') ?? '';
  return e164.test(compact) ? compact : null;
}
