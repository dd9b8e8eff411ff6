import { pass, skipped, warn, type Finding } from '../finding.js';

/** A call as a platform has it. */
export interface PlatformCall {
  /** Vapi’s id, or Twilio’s SID. */
  id: string;
  /** Of the call at Twilio that carries it. */
  callSid: string | null;
  /** Null while it lasts. */
  endedAt: Date | null;
}

export interface MissingQuestion {
  /** Null where the platform could not be read, or is not asked. */
  vapi: readonly PlatformCall[] | null;
  twilio: readonly PlatformCall[] | null;
  /** Ids and SIDs that are on record here. */
  known: ReadonlySet<string>;
  now: Date;
}

/** So long what is told late, or was lost and is fetched, may take. */
const graceMs = 2 * 60_000;

const unseen = {
  en: 'Not looked at: the platforms did not list their calls.',
  fr: 'Non vérifié : les plateformes n’ont pas donné la liste de leurs appels.',
};
const advice = {
  en: 'These calls were lost on the way, and are fetched within two minutes of their end. If the number stays, a worker is missing or Vapi’s key may not read calls.',
  fr: 'Ces appels se sont perdus en chemin ; ils sont relevés dans les deux minutes qui suivent leur fin. Si le nombre reste, il manque un worker ou la clé de Vapi ne peut pas lire les appels.',
};

/** Calls that are over, and not on record. One that both platforms have is counted once. */
export function judgeMissing({ vapi, twilio, known, now }: MissingQuestion): Finding {
  if (!vapi && !twilio) return skipped(unseen);
  const isOver = ({ endedAt }: PlatformCall) => endedAt !== null && now.getTime() - endedAt.getTime() > graceMs;
  const isKnown = ({ id, callSid }: PlatformCall) => known.has(id) || (callSid !== null && known.has(callSid));
  const ofVapi = (vapi ?? []).filter((call) => isOver(call) && !isKnown(call));
  const carried = new Set((vapi ?? []).map(({ callSid }) => callSid));
  const ofTwilio = (twilio ?? []).filter((call) => isOver(call) && !isKnown(call) && !carried.has(call.id));
  if (ofVapi.length + ofTwilio.length === 0) return pass('0');
  const observed = `Vapi: ${ofVapi.length}, Twilio: ${ofTwilio.length}`;
  return warn({ observed, expected: '0', advice });
}
