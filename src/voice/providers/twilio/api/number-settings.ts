/**
 * How a number is answered, by the names that Twilio takes; all that an import at Vapi, or we, may change.
 * https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource
 */
export const numberSettingNames = [
  'VoiceUrl',
  'VoiceMethod',
  'VoiceFallbackUrl',
  'VoiceFallbackMethod',
  'VoiceApplicationSid',
  'VoiceCallerIdLookup',
  'VoiceReceiveMode',
  'TrunkSid',
  'StatusCallback',
  'StatusCallbackMethod',
  'SmsUrl',
  'SmsMethod',
  'SmsFallbackUrl',
  'SmsFallbackMethod',
  'SmsApplicationSid',
] as const;
export type NumberSettingName = (typeof numberSettingNames)[number];

/** Empty where nothing is set. */
export type NumberSettings = Readonly<Record<NumberSettingName, string>>;

/** @param fields A number as Twilio gives it: `voice_url`, … */
export function readNumberSettings(fields: Readonly<Record<string, unknown>>): NumberSettings {
  const read = (name: NumberSettingName) => asText(fields[snakeCase(name)]);
  return {
    VoiceUrl: read('VoiceUrl'),
    VoiceMethod: read('VoiceMethod'),
    VoiceFallbackUrl: read('VoiceFallbackUrl'),
    VoiceFallbackMethod: read('VoiceFallbackMethod'),
    VoiceApplicationSid: read('VoiceApplicationSid'),
    VoiceCallerIdLookup: read('VoiceCallerIdLookup'),
    VoiceReceiveMode: read('VoiceReceiveMode'),
    TrunkSid: read('TrunkSid'),
    StatusCallback: read('StatusCallback'),
    StatusCallbackMethod: read('StatusCallbackMethod'),
    SmsUrl: read('SmsUrl'),
    SmsMethod: read('SmsMethod'),
    SmsFallbackUrl: read('SmsFallbackUrl'),
    SmsFallbackMethod: read('SmsFallbackMethod'),
    SmsApplicationSid: read('SmsApplicationSid'),
  };
}

/** What has to be sent so that a number is as it was: an address that was empty is emptied, a method is never empty. */
export function settingsForm(settings: NumberSettings): Partial<Record<NumberSettingName, string>> {
  const sent = Object.entries(settings).filter(([name, value]) => value !== '' || emptied.test(name));
  return Object.fromEntries(sent);
}

const emptied = /(Url|Sid|^StatusCallback)$/;

/** The names whose values differ. */
export function changedSettings(before: NumberSettings, after: NumberSettings): NumberSettingName[] {
  return numberSettingNames.filter((name) => before[name] !== after[name]);
}

function snakeCase(name: NumberSettingName): string {
  return name.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase();
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
}
