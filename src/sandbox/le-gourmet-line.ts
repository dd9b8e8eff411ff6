import { SeededDraw } from './caller/seeded-draw.js';
import type { PhoneLine } from './caller/phone-line.js';
import { leGourmet } from './le-gourmet.js';

const draw = new SeededDraw('Restaurant Le Gourmet');

/** The restaurant's number and assistant as the stand-in for Vapi knows them. */
export function leGourmetLine(serverUrl: string): PhoneLine {
  return {
    orgId: draw.uuid('organisation'),
    phoneNumberId: draw.uuid('phone number'),
    number: leGourmet.phoneNumber,
    importedAt: '2026-01-12T09:30:00.000Z',
    twilioAccountSid: `AC${draw.hex('twilio account', 32)}`,
    twilioAuthToken: draw.hex('twilio token', 32),
    serverUrl,
    assistant: {
      id: draw.uuid('assistant'),
      name: leGourmet.assistantName,
      language: leGourmet.locale,
      firstMessage: leGourmet.firstMessage,
      prompt: leGourmet.context,
      model: leGourmet.model,
      voiceId: leGourmet.voiceId,
      // By this the server marks what the sandbox makes.
      metadata: { sandbox: true },
    },
  };
}
