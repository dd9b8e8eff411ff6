/** How a webhook is asked for: https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides */
export interface ConnectionPlan {
  /** As it is asked and signed: without what follows `#`. */
  readonly url: string;
  readonly retries: number;
  /** What another try is for. */
  readonly retriesOn: readonly string[];
  readonly timeoutMs: number;
}

/** The longest that a caller is made to wait. */
const ceilingMs = 15_000;

/** What stands behind the `#` of an address: `https://example.com/voice#rc=2&rp=5xx`. */
export function connectionPlan(address: string, answerWithinMs: number = ceilingMs): ConnectionPlan {
  const [url = '', fragment = ''] = address.split('#', 2);
  const overrides = new URLSearchParams(fragment);
  const retries = Number(overrides.get('rc') ?? 1);
  const asked = [overrides.get('rt'), overrides.get('tt')].filter((text) => text !== null).map(Number);
  return {
    url,
    retries: Number.isInteger(retries) && retries >= 0 ? Math.min(retries, 5) : 1,
    retriesOn: (overrides.get('rp') ?? 'ct').split(','),
    timeoutMs: Math.min(answerWithinMs, ...asked.filter((ms) => ms >= 100)),
  };
}
