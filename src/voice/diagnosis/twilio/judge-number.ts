import { isPhoneNumber } from '../../../kernel/graphql/index.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import { fail, pass, skipped, warn, type Finding } from '../finding.js';
import { offerNumberChange, withoutPassword } from './number-repair.js';
import { twilioAdvice as advice } from './twilio-advice.js';
import { isVapiStatusUrl, ownerOfVoiceUrl, type WantedAnswer } from './twilio-answers.js';
import type { TwilioState } from './twilio-reading.js';

const webhooks = 'https://www.twilio.com/docs/usage/webhooks/voice-webhooks';

/** Only `us1` has the settings that are read here. */
const usualRegion = 'us1';

export function judgeFormat(number: string | null): Finding {
  if (number === null) return fail({ advice: advice.noNumber });
  const helpUrl = 'https://www.twilio.com/docs/glossary/what-e164';
  return isPhoneNumber(number) ? pass(number) : fail({ observed: number, advice: advice.format, helpUrl });
}

export function judgeOwned(number: string, { number: found, accountSid }: TwilioState): Finding {
  return found
    ? pass(found.sid)
    : fail({ observed: accountSid, expected: number, advice: advice.notOwned, helpUrl: numbersPage });
}

/** What the number itself is. */
export function judgeNumber(found: TwilioNumber, state: TwilioState): Record<string, Finding> {
  const { status, canVoice, settings } = found;
  const isActive = status === null || status === 'in-use';
  const { VoiceReceiveMode: mode } = settings;
  const toVoice = {
    en: 'Have the number receive calls at Twilio.',
    fr: 'Faire recevoir des appels au numéro chez Twilio.',
  };
  return {
    'twilio.number-active': isActive
      ? pass(status ?? 'in-use')
      : fail({ observed: status, expected: 'in-use', advice: advice.inactive, helpUrl: numbersPage }),
    'twilio.voice-capable': canVoice ? pass() : fail({ advice: advice.voice, helpUrl: numbersPage }),
    'twilio.receive-mode':
      mode !== 'fax'
        ? pass(mode === '' ? 'voice' : mode)
        : fail({
            observed: mode,
            expected: 'voice',
            advice: advice.receiveMode,
            helpUrl: numbersPage,
            repair: offerNumberChange(found, { VoiceReceiveMode: 'voice' }, toVoice),
          }),
    'twilio.regulatory-bundle': judgeBundle(found, state),
    'twilio.region': judgeRegion(state),
  };
}

/** Who answers the number. Where a trunk or an application stands before it, the address itself is not blamed. */
export function judgeAnswer(found: TwilioNumber, state: TwilioState, wanted: WantedAnswer): Record<string, Finding> {
  const { TrunkSid: trunk, VoiceApplicationSid: application } = found.settings;
  const isOver = isPassedOver(found, state, wanted);
  const unlessPassedOver = (judged: Finding) => (isOver && judged.status !== 'PASS' ? skipped(passedOver) : judged);
  return {
    'twilio.trunk': trunk === '' ? pass() : judgeTrunk(found, state, wanted),
    'twilio.application': application === '' || trunk !== '' ? pass() : judgeApplication(found, state, wanted),
    'twilio.voice-url': unlessPassedOver(judgeVoiceUrl(found, wanted)),
    'twilio.voice-method': unlessPassedOver(judgeMethod(found)),
    'twilio.fallback-url': judgeFallback(found, wanted),
    'twilio.status-callback': judgeStatusCallback(found, wanted),
  };
}

/** What stands before the address leads where it should: then nobody asks for the address. */
function isPassedOver({ settings }: TwilioNumber, state: TwilioState, wanted: WantedAnswer): boolean {
  if (settings.TrunkSid !== '') return leadsToVapi(state, wanted);
  return settings.VoiceApplicationSid !== '' && wanted.isRight(state.application?.voiceUrl ?? '');
}

function leadsToVapi({ origination }: TwilioState, { route }: WantedAnswer): boolean {
  const isVapis = (sipUrl: string | null) => /@?sip\.([a-z]+\.)?vapi\.ai/.test(sipUrl ?? '');
  return route === 'VAPI' && (origination?.some(({ enabled, sipUrl }) => enabled && isVapis(sipUrl)) ?? false);
}

function judgeVoiceUrl(found: TwilioNumber, { voiceUrl, isRight }: WantedAnswer): Finding {
  const { VoiceUrl: live } = found.settings;
  if (isRight(live)) return pass(live);
  const owner = ownerOfVoiceUrl(live);
  const shown = withoutPassword(live);
  const observed = owner ? { en: `${shown} (${owner.en})`.trim(), fr: `${shown} (${owner.fr})`.trim() } : shown;
  const description = { en: `Send calls to ${voiceUrl}.`, fr: `Envoyer les appels à ${voiceUrl}.` };
  const repair = offerNumberChange(found, { VoiceUrl: voiceUrl, VoiceMethod: 'POST' }, description);
  return fail({ observed, expected: voiceUrl, advice: advice.voiceUrl, helpUrl: webhooks, repair });
}

function judgeMethod(found: TwilioNumber): Finding {
  const { VoiceMethod: method } = found.settings;
  if (method === '' || method === 'POST') return pass('POST');
  const description = { en: 'Ask with POST.', fr: 'Interroger en POST.' };
  const repair = offerNumberChange(found, { VoiceMethod: 'POST' }, description);
  return fail({ observed: method, expected: 'POST', advice: advice.method, helpUrl: webhooks, repair });
}

function judgeTrunk(found: TwilioNumber, state: TwilioState, wanted: WantedAnswer): Finding {
  const { TrunkSid: trunk } = found.settings;
  const helpUrl = 'https://www.twilio.com/docs/sip-trunking';
  if (leadsToVapi(state, wanted)) return warn({ observed: trunk, advice: advice.trunkToVapi, helpUrl });
  const description = { en: 'Take the number out of its trunk.', fr: 'Détacher le numéro de son trunk.' };
  const repair = offerNumberChange(found, { TrunkSid: '' }, description);
  return fail({ observed: trunk, expected: '—', advice: advice.trunk, helpUrl, repair });
}

function judgeApplication(found: TwilioNumber, { application }: TwilioState, { isRight }: WantedAnswer): Finding {
  const { VoiceApplicationSid: sid } = found.settings;
  const voiceUrl = application?.voiceUrl ?? '';
  if (isRight(voiceUrl)) return pass(`${sid}: ${voiceUrl}`);
  const description = { en: 'Take the application off the number.', fr: 'Retirer l’application du numéro.' };
  const repair = offerNumberChange(found, { VoiceApplicationSid: '' }, description);
  const helpUrl = 'https://www.twilio.com/docs/usage/api/applications';
  const observed = voiceUrl === '' ? sid : `${sid}: ${withoutPassword(voiceUrl)}`;
  return fail({ observed, expected: '—', advice: advice.application, helpUrl, repair });
}

function judgeFallback(found: TwilioNumber, { fallbackUrl }: WantedAnswer): Finding {
  const { VoiceFallbackUrl: live } = found.settings;
  if (live === fallbackUrl) return pass(live);
  const description = { en: `Let ${fallbackUrl} answer then.`, fr: `Laisser ${fallbackUrl} répondre alors.` };
  const change = { VoiceFallbackUrl: fallbackUrl, VoiceFallbackMethod: 'POST' };
  const repair = offerNumberChange(found, change, description);
  const helpUrl = 'https://www.twilio.com/docs/usage/webhooks/getting-started-twilio-webhooks';
  return warn({ observed: withoutPassword(live), expected: fallbackUrl, advice: advice.fallback, helpUrl, repair });
}

/** At Vapi it is Vapi that wants to know; another address is somebody’s choice. */
function judgeStatusCallback(found: TwilioNumber, { statusCallback: wanted }: WantedAnswer): Finding {
  const { StatusCallback: live } = found.settings;
  if (wanted === null ? live === '' || isVapiStatusUrl(live) : live === wanted) return pass(live);
  if (wanted === null) return pass(withoutPassword(live));
  const description = { en: `Tell ${wanted} when a call ends.`, fr: `Signaler la fin des appels à ${wanted}.` };
  const change = { StatusCallback: wanted, StatusCallbackMethod: 'POST' };
  const repair = offerNumberChange(found, change, description);
  const observed = withoutPassword(live);
  return warn({ observed, expected: wanted, advice: advice.statusCallback, helpUrl: webhooks, repair });
}

function judgeBundle({ bundleSid }: TwilioNumber, { bundleStatus }: TwilioState): Finding {
  if (bundleSid === null) return pass({ en: 'none needed', fr: 'aucun requis' });
  if (bundleStatus === undefined) return skipped(notTold);
  if (bundleStatus === 'twilio-approved') return pass(bundleStatus);
  const helpUrl = 'https://www.twilio.com/docs/phone-numbers/regulatory';
  return fail({ observed: bundleStatus ?? bundleSid, expected: 'twilio-approved', advice: advice.bundle, helpUrl });
}

function judgeRegion({ region }: TwilioState): Finding {
  if (region === undefined) return skipped(notTold);
  if (region === null || region === usualRegion) return pass(region ?? usualRegion);
  const helpUrl = 'https://www.twilio.com/docs/global-infrastructure/inbound-processing-console';
  return warn({ observed: region, expected: usualRegion, advice: advice.region, helpUrl });
}

const numbersPage = 'https://console.twilio.com/us1/develop/phone-numbers/manage/incoming';
const passedOver = {
  en: 'Not looked at: a trunk or an application stands before it, and leads to the right place.',
  fr: 'Non vérifié : un trunk ou une application passe avant, et mène au bon endroit.',
};
const notTold = { en: 'Twilio did not tell.', fr: 'Twilio ne l’a pas dit.' };
