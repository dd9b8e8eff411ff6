import type { NumberSettings } from '../providers/twilio/api/number-settings.js';

/** Where callers of a number are led: to Vapi, or to this server. */
export type LineRoute = 'VAPI' | 'TWILIO';

/** `PENDING` while it is being bought. */
export type LineStatus = 'PENDING' | 'ACTIVE' | 'RELEASED';

/** How a workspace came by a number: one that was bought here is given back to Twilio when it is released. */
export type LineOrigin = 'IMPORTED' | 'BOUGHT';

/** A telephone number that a workspace has, and who answers it. */
export interface PhoneLine {
  readonly id: string;
  readonly workspaceId: string;
  /** E.164. */
  readonly number: string;
  readonly provider: 'twilio';
  /** The Twilio account: of a connection, or `deployment`. */
  readonly accountId: string;
  readonly origin: LineOrigin;
  readonly status: LineStatus;
  readonly twilioSid: string | null;
  readonly vapiPhoneNumberId: string | null;
  readonly assistantId: string | null;
  /** What was last made so at Twilio and Vapi; null where the number is as it was before. */
  readonly routedTo: LineRoute | null;
  /** How Twilio answered the number before anything was changed from here. */
  readonly previousSettings: NumberSettings | null;
  readonly createdAt: Date;
}

/** One that works, and so has its SID. */
export type ActiveLine = PhoneLine & { readonly status: 'ACTIVE'; readonly twilioSid: string };

export function isActive(line: PhoneLine): line is ActiveLine {
  return line.status === 'ACTIVE' && line.twilioSid !== null;
}
