import type { NumberMembers } from '../../../src/sandbox/index.js';
import type { DiagnosisStage } from '../diagnosis-stage.js';
import type { Fault } from '../fault.js';

const elsewhere = 'https://elsewhere.example/voice';
const vapiVoiceUrl = 'https://api.vapi.ai/twilio/inbound_call';

const account = (
  what: string,
  finds: Fault['finds'],
  settings: Partial<DiagnosisStage['account']['settings']>,
): Fault => ({
  ...{ what, hop: 'twilio', finds },
  inject: (stage) => {
    stage.account.settings = { ...stage.account.settings, ...settings };
  },
});

const number = (what: string, finds: Fault['finds'], members: NumberMembers): Fault => ({
  ...{ what, hop: 'twilio', finds },
  inject: (stage) => stage.setNumber(members),
});

/** Which the number’s own repair puts right. */
const repairable = (what: string, key: string, members: NumberMembers): Fault => ({
  ...number(what, { [key]: key === 'twilio.fallback-url' ? 'WARN' : 'FAIL' }, members),
  repairs: key,
});

const toVoice = (what: string, voiceUrl: string) => repairable(what, 'twilio.voice-url', { voice_url: voiceUrl });

function trunk(stage: DiagnosisStage, sipUrl: string, members: NumberMembers = {}): void {
  const { trunk_sid } = stage.account.addTrunk(sipUrl);
  stage.setNumber({ trunk_sid, ...members });
}

function application(stage: DiagnosisStage, voiceUrl: string, members: NumberMembers = {}): void {
  const { sid } = stage.account.addApplication({ voice_url: voiceUrl });
  stage.setNumber({ voice_application_sid: sid, ...members });
}

export const twilioFaults: readonly Fault[] = [
  { ...account('the key is another one', { 'twilio.credentials': 'FAIL' }, { authToken: 'another' }), blinds: true },
  {
    ...account('the account is suspended', { 'twilio.account-active': 'FAIL' }, { status: 'suspended' }),
    blinds: true,
  },
  account('it is a trial account', { 'twilio.account-active': 'WARN' }, { type: 'Trial' }),
  account('the balance is low', { 'twilio.balance': 'WARN' }, { balance: '0.40' }),
  {
    what: 'Twilio does not answer',
    hop: 'twilio',
    inject: ({ twilio }) => twilio.faults.every(1, {}, { kind: 'status', status: 503 }),
    finds: { 'twilio.credentials': 'FAIL' },
    blinds: true,
  },
  {
    what: 'the number is not in the account',
    hop: 'twilio',
    inject: (stage) => void stage.account.numbers.remove(stage.atTwilio().sid),
    finds: { 'twilio.number-owned': 'FAIL' },
    blinds: true,
  },
  number('the number is not in use', { 'twilio.number-active': 'FAIL' }, { status: 'pending' }),
  number(
    'the number takes no calls',
    { 'twilio.voice-capable': 'FAIL' },
    { capabilities: { voice: false, sms: true, mms: false, fax: false } },
  ),
  repairable('the number receives faxes', 'twilio.receive-mode', { voice_receive_mode: 'fax' }),
  {
    what: 'the papers of the number were refused',
    hop: 'twilio',
    inject: (stage) => stage.setNumber({ bundle_sid: stage.account.addBundle({ status: 'twilio-rejected' }).sid }),
    finds: { 'twilio.regulatory-bundle': 'FAIL' },
  },
  {
    what: 'the number is answered in another region',
    hop: 'twilio',
    inject: (stage) => void stage.account.regions.set(stage.number, 'ie1'),
    finds: { 'twilio.region': 'WARN' },
  },
  toVoice('calls go to Twilio’s demonstration', 'https://demo.twilio.com/welcome/voice/'),
  toVoice('calls go to a TwiML Bin', 'https://handler.twilio.com/twiml/EH0123456789abcdef0123456789abcdef'),
  toVoice('calls go to a Studio flow', 'https://webhooks.twilio.com/v1/Accounts/AC0/Flows/FW0'),
  toVoice('calls go to an old address of ours', 'https://agents.example.com/call/twilio'),
  toVoice('calls go to Vapi’s address for messages', 'https://api.vapi.ai/twilio/sms'),
  toVoice('calls go nowhere', ''),
  repairable('Twilio asks with GET', 'twilio.voice-method', { voice_method: 'GET' }),
  {
    what: 'a trunk leads the calls away',
    hop: 'twilio',
    inject: (stage) => trunk(stage, 'sip:pbx.example.com'),
    finds: { 'twilio.trunk': 'FAIL' },
    repairs: 'twilio.trunk',
  },
  {
    what: 'a trunk masks a wrong address',
    hop: 'twilio',
    inject: (stage) => trunk(stage, 'sip:pbx.example.com', { voice_url: elsewhere }),
    finds: { 'twilio.trunk': 'FAIL', 'twilio.voice-url': 'FAIL' },
    repairs: 'twilio.trunk',
    leaves: ['twilio.voice-url'],
  },
  {
    what: 'a trunk leads to Vapi, past a wrong address',
    hop: 'twilio',
    inject: (stage) => trunk(stage, 'sip:pbx@sip.vapi.ai', { voice_url: elsewhere }),
    finds: { 'twilio.trunk': 'WARN' },
    blinds: true,
  },
  {
    what: 'an application leads the calls away',
    hop: 'twilio',
    inject: (stage) => application(stage, elsewhere),
    finds: { 'twilio.application': 'FAIL' },
    repairs: 'twilio.application',
  },
  {
    what: 'an application masks a wrong address',
    hop: 'twilio',
    inject: (stage) => application(stage, elsewhere, { voice_url: elsewhere, voice_method: 'GET' }),
    finds: { 'twilio.application': 'FAIL', 'twilio.voice-url': 'FAIL', 'twilio.voice-method': 'FAIL' },
    repairs: 'twilio.application',
    leaves: ['twilio.voice-url', 'twilio.voice-method'],
  },
  {
    what: 'an application leads to the right place, past a wrong address',
    hop: 'none',
    inject: (stage) => application(stage, vapiVoiceUrl, { voice_url: elsewhere }),
    finds: {},
    blinds: true,
  },
  repairable('nobody answers where Vapi does not', 'twilio.fallback-url', { voice_fallback_url: '' }),
  repairable('somebody else answers where Vapi does not', 'twilio.fallback-url', { voice_fallback_url: elsewhere }),
];
