import type { OwnedNumber } from '../twilio-world.js';
import type { CallTarget } from './played-call.js';

interface Address {
  readonly url: string;
  readonly method: 'GET' | 'POST';
}

/** Where calls of a number go, and who hears of their end. */
export interface EffectiveTarget {
  readonly target: CallTarget;
  readonly voice: Address | null;
  readonly fallback: Address | null;
  readonly statusCallback: Address | null;
  readonly applicationSid: string | undefined;
  readonly trunkSid: string | null;
}

/** A trunk comes before an application, and that before the number's own addresses. */
export function effectiveTarget({ account, number }: OwnedNumber): EffectiveTarget {
  const { trunk_sid: trunkSid, voice_application_sid: applicationSid } = number;
  if (trunkSid !== null)
    return { ...nowhere, target: { kind: 'trunk', sid: trunkSid }, trunkSid, applicationSid: undefined };
  const application = applicationSid === null ? null : account.applications.find(applicationSid);
  const set = application ?? number;
  const voice = addressOf(set.voice_url, set.voice_method);
  return {
    target: voice ? { kind: isVapi(voice.url) ? 'vapi' : 'server', url: voice.url } : { kind: 'none' },
    voice,
    fallback: addressOf(set.voice_fallback_url, set.voice_fallback_method),
    statusCallback: addressOf(set.status_callback, set.status_callback_method),
    applicationSid: application?.sid,
    trunkSid: null,
  };
}

/** Whether an address is where Vapi takes calls. */
function isVapi(url: string): boolean {
  const { hostname, pathname } = new URL(url);
  return /^api(\.eu)?\.vapi\.ai$/.test(hostname) && pathname === '/twilio/inbound_call';
}

/** Twilio's own pages, which nobody here should ask. */
export function isDemonstration(url: string): boolean {
  return new URL(url).hostname.endsWith('.twilio.com');
}

const nowhere = { voice: null, fallback: null, statusCallback: null } as const;

function addressOf(url: string, method: 'GET' | 'POST'): Address | null {
  return url === '' ? null : { url, method };
}
