import type { CallRoute } from '../../assistants/voice-assistant.entity.js';

/** How Twilio should answer a number. */
export interface WantedAnswer {
  route: CallRoute;
  /** What we would write. */
  voiceUrl: string;
  /** Whether an address leads where it should. */
  isRight(voiceUrl: string): boolean;
  fallbackUrl: string;
  /** Null where that is the platform’s affair. */
  statusCallback: string | null;
}

const inboundCall = 'https://api.vapi.ai/twilio/inbound_call';
const statusUrl = 'https://api.vapi.ai/twilio/status';
const ofVapi = /^https:\/\/api\.([a-z0-9-]+\.)?vapi\.ai\/twilio\/inbound_call$/;

/** @param publicUrl Where platforms reach this server: `https://agents.example.com`. */
export function wantedAnswer(route: CallRoute, publicUrl: string): WantedAnswer {
  const incoming = `${publicUrl}/api/voice/webhook/incoming`;
  const status = `${publicUrl}/api/voice/webhook/status`;
  if (route === 'TWILIO') {
    const isRight = (url: string) => url === incoming;
    return { route, voiceUrl: incoming, isRight, fallbackUrl: incoming, statusCallback: status };
  }
  const isRight = (url: string) => ofVapi.test(url);
  return { route, voiceUrl: inboundCall, isRight, fallbackUrl: incoming, statusCallback: null };
}

/** Whose address it is, where that is known: https://help.twilio.com/articles/223179948 */
export function ownerOfVoiceUrl(url: string): { en: string; fr: string } | null {
  if (url === '') return { en: 'nothing is set', fr: 'rien n’est réglé' };
  const host = URL.canParse(url) ? new URL(url).hostname : '';
  if (host === 'demo.twilio.com') return { en: 'Twilio’s demonstration', fr: 'la démonstration de Twilio' };
  if (host === 'handler.twilio.com') return { en: 'a TwiML Bin', fr: 'un TwiML Bin' };
  if (host === 'webhooks.twilio.com') return { en: 'a Studio flow', fr: 'un flux Studio' };
  if (host.endsWith('.vapi.ai')) return { en: 'another address of Vapi', fr: 'une autre adresse de Vapi' };
  return null;
}

/** Vapi’s own, which it writes on numbers that it takes. */
export function isVapiStatusUrl(url: string): boolean {
  return url === statusUrl || /^https:\/\/api\.([a-z0-9-]+\.)?vapi\.ai\/twilio\/status$/.test(url);
}
