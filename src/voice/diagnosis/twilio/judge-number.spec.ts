import { numberSettingNames, type NumberSettings } from '../../providers/twilio/api/number-settings.js';
import type { TwilioNumber } from '../../providers/twilio/api/twilio-number.js';
import { judgeAccount, judgeBalance } from './judge-account.js';
import { judgeAnswer, judgeFormat, judgeNumber, judgeOwned } from './judge-number.js';
import { wantedAnswer } from './twilio-answers.js';
import type { TwilioState } from './twilio-reading.js';

const publicUrl = 'https://agents.example.com';
const incoming = `${publicUrl}/api/voice/webhook/incoming`;

function settingsOf(more: Partial<NumberSettings> = {}): NumberSettings {
  const empty = Object.fromEntries(numberSettingNames.map((name) => [name, ''])) as Record<
    keyof NumberSettings,
    string
  >;
  const voice = {
    VoiceUrl: 'https://api.vapi.ai/twilio/inbound_call',
    VoiceMethod: 'POST',
    VoiceFallbackUrl: incoming,
  };
  return { ...empty, ...voice, StatusCallback: 'https://api.vapi.ai/twilio/status', ...more };
}

function numberOf({
  settings,
  ...more
}: Partial<Omit<TwilioNumber, 'settings'>> & { settings?: Partial<NumberSettings> }) {
  const usual = { sid: 'PN1', accountSid: 'AC1', number: '+33123456789', friendlyName: null, canVoice: true };
  const rest = { status: 'in-use', type: 'local', bundleSid: 'BU1', addressRequirements: 'none' };
  return { ...usual, ...rest, ...more, settings: settingsOf(settings) };
}

function stateOf(number: TwilioNumber, more: Partial<TwilioState> = {}): TwilioState {
  const account = { name: 'Le Gourmet', status: 'active', isTrial: false };
  const around = { origination: undefined, application: undefined, region: 'us1', bundleStatus: 'twilio-approved' };
  return {
    kind: 'read',
    accountSid: 'AC1',
    account,
    balance: { amount: '20', currency: 'EUR' },
    number,
    ...around,
    ...more,
  };
}

function judged(number: TwilioNumber, more: Partial<TwilioState> = {}, route: 'VAPI' | 'TWILIO' = 'VAPI') {
  const state = stateOf(number, more);
  const balance = judgeBalance(state);
  const findings = {
    'twilio.account-active': judgeAccount(state),
    ...(balance && { 'twilio.balance': balance }),
    'twilio.number-format': judgeFormat(number.number),
    'twilio.number-owned': judgeOwned(number.number, state),
    ...judgeNumber(number, state),
    ...judgeAnswer(number, state, wantedAnswer(route, publicUrl)),
  };
  const faults = Object.entries(findings).filter(([, { status }]) => status !== 'PASS');
  return faults.map(([key, { status, repair }]) => ({ key, status, writes: repair?.after }));
}

describe('a number that is answered at Vapi', () => {
  it('is healthy as Vapi leaves it', () => {
    expect(judged(numberOf({}))).toEqual([]);
    expect(judged(numberOf({ settings: { VoiceUrl: 'https://api.eu.vapi.ai/twilio/inbound_call' } }))).toEqual([]);
  });

  it.each<[string, Parameters<typeof numberOf>[0], Partial<TwilioState>, string, string, object | undefined]>([
    [
      'suspended account',
      {},
      { account: { name: null, status: 'suspended', isTrial: false } },
      'twilio.account-active',
      'FAIL',
      undefined,
    ],
    [
      'trial',
      {},
      { account: { name: null, status: 'active', isTrial: true } },
      'twilio.account-active',
      'WARN',
      undefined,
    ],
    [
      'nothing left to pay with',
      {},
      { balance: { amount: '0.31', currency: 'USD' } },
      'twilio.balance',
      'WARN',
      undefined,
    ],
    ['not in use', { status: 'released' }, {}, 'twilio.number-active', 'FAIL', undefined],
    ['no voice', { canVoice: false }, {}, 'twilio.voice-capable', 'FAIL', undefined],
    [
      'fax',
      { settings: { VoiceReceiveMode: 'fax' } },
      {},
      'twilio.receive-mode',
      'FAIL',
      { VoiceReceiveMode: 'voice' },
    ],
    ['unapproved documents', {}, { bundleStatus: 'pending-review' }, 'twilio.regulatory-bundle', 'FAIL', undefined],
    ['another region', {}, { region: 'ie1' }, 'twilio.region', 'WARN', undefined],
    ['a trunk', { settings: { TrunkSid: 'TK1' } }, { origination: [] }, 'twilio.trunk', 'FAIL', { TrunkSid: '' }],
    [
      'a trunk to Vapi',
      { settings: { TrunkSid: 'TK1' } },
      { origination: [{ sipUrl: 'sip:x@sip.vapi.ai', enabled: true }] },
      'twilio.trunk',
      'WARN',
      undefined,
    ],
    [
      'an application',
      { settings: { VoiceApplicationSid: 'AP1' } },
      { application: { sid: 'AP1', friendlyName: null, voiceUrl: 'https://x.example/', voiceMethod: 'POST' } },
      'twilio.application',
      'FAIL',
      { VoiceApplicationSid: '' },
    ],
    [
      'another address',
      { settings: { VoiceUrl: 'https://demo.twilio.com/welcome/voice/' } },
      {},
      'twilio.voice-url',
      'FAIL',
      { VoiceUrl: 'https://api.vapi.ai/twilio/inbound_call', VoiceMethod: 'POST' },
    ],
    [
      'the address of older guides',
      { settings: { VoiceUrl: 'https://api.vapi.ai/call/twilio' } },
      {},
      'twilio.voice-url',
      'FAIL',
      { VoiceUrl: 'https://api.vapi.ai/twilio/inbound_call', VoiceMethod: 'POST' },
    ],
    ['GET', { settings: { VoiceMethod: 'GET' } }, {}, 'twilio.voice-method', 'FAIL', { VoiceMethod: 'POST' }],
    [
      'no way out',
      { settings: { VoiceFallbackUrl: '' } },
      {},
      'twilio.fallback-url',
      'WARN',
      { VoiceFallbackUrl: incoming, VoiceFallbackMethod: 'POST' },
    ],
  ])('with %s is blamed for that alone', (...row) => {
    const [, number, state, key, status, writes] = row;
    expect(judged(numberOf(number), state)).toEqual([{ key, status, writes }]);
  });

  it('is not blamed for what Twilio does not tell', () => {
    const untold = { account: undefined, balance: undefined, region: undefined, bundleStatus: undefined };
    expect(judged(numberOf({}), untold).map(({ status }) => status)).toEqual(['SKIPPED', 'SKIPPED', 'SKIPPED']);
  });
});

describe('a number that this server answers', () => {
  it('is to lead here, and to tell of the end of calls', () => {
    const status = `${publicUrl}/api/voice/webhook/status`;
    expect(judged(numberOf({ settings: { VoiceUrl: incoming, StatusCallback: status } }), {}, 'TWILIO')).toEqual([]);
    expect(judged(numberOf({}), {}, 'TWILIO')).toEqual([
      { key: 'twilio.voice-url', status: 'FAIL', writes: { VoiceUrl: incoming, VoiceMethod: 'POST' } },
      {
        key: 'twilio.status-callback',
        status: 'WARN',
        writes: { StatusCallback: status, StatusCallbackMethod: 'POST' },
      },
    ]);
  });
});

describe('what people see of an address', () => {
  it('holds no passwords', () => {
    const found = numberOf({ settings: { VoiceUrl: 'https://user:secret@x.example/a?key=secret' } });
    const findings = judgeAnswer(found, stateOf(found), wantedAnswer('VAPI', publicUrl));
    expect(JSON.stringify(findings)).not.toContain('secret');
    expect(JSON.stringify(findings['twilio.voice-url']?.repair?.before)).toContain('x.example');
  });
});
