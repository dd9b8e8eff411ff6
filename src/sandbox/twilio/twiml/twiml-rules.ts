/** What an element of TwiML may have: https://www.twilio.com/docs/voice/twiml */
export interface ElementRule {
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly children: readonly string[];
  readonly hasText?: boolean | undefined;
}

const any = /^[\s\S]+$/;
const address = /^(https?:\/\/[^\s]+|[^\s:]+)$/;
const method = /^(GET|POST)$/;
const truth = /^(true|false)$/;
const count = /^\d+$/;
const seconds = /^[1-9]\d*$/;
const language = /^([a-z]{2,3}(-[A-Za-z\d]{2,8})*|multi)$/;
const webSocket = /^wss:\/\/[^\s?]+$/;

const ssml = ['break', 'emphasis', 'lang', 'p', 'phoneme', 'prosody', 's', 'say-as', 'sub', 'w'];
const recordingCallback = {
  recordingStatusCallback: address,
  recordingStatusCallbackMethod: method,
  recordingStatusCallbackEvent: /^((in-progress|completed|absent)( |$))+$/,
};
const progress = /^((initiated|ringing|answered|completed)( |$))+$/;
const speechModel =
  /^(default|phone_call|numbers_and_commands|experimental_(conversations|utterances)|googlev2_(long|short|telephony|telephony_short)|deepgram_nova-[23](-[a-z]+)?)$/;

/** By name; what is not here is no TwiML that is known. */
export const twimlRules: Readonly<Record<string, ElementRule>> = {
  Response: {
    attributes: {},
    children: [
      'Say',
      'Play',
      'Gather',
      'Redirect',
      'Pause',
      'Record',
      'Dial',
      'Hangup',
      'Reject',
      'Connect',
      'Start',
      'Stop',
    ],
  },
  Say: { attributes: { voice: any, language, loop: count }, children: ssml, hasText: true },
  Play: { attributes: { loop: count, digits: /^[\dw#*]+$/ }, children: [], hasText: true },
  Pause: { attributes: { length: seconds }, children: [] },
  Redirect: { attributes: { method }, children: [], hasText: true },
  Hangup: { attributes: {}, children: [] },
  Reject: { attributes: { reason: /^(rejected|busy)$/ }, children: [] },
  Gather: {
    attributes: {
      input: /^(dtmf|speech|dtmf speech|speech dtmf)$/,
      action: address,
      method,
      language,
      speechModel,
      speechTimeout: /^(auto|[1-9]\d*)$/,
      timeout: seconds,
      maxSpeechTime: seconds,
      hints: any,
      bargeIn: truth,
      actionOnEmptyResult: truth,
      finishOnKey: /^[\d#*]?$/,
      numDigits: seconds,
      partialResultCallback: address,
      partialResultCallbackMethod: method,
      profanityFilter: truth,
      enhanced: truth,
      debug: truth,
    },
    children: ['Say', 'Play', 'Pause'],
  },
  Record: {
    attributes: {
      action: address,
      method,
      timeout: seconds,
      finishOnKey: /^[\d#*]*$/,
      maxLength: seconds,
      playBeep: truth,
      trim: /^(trim-silence|do-not-trim)$/,
      transcribe: truth,
      transcribeCallback: address,
      ...recordingCallback,
    },
    children: [],
  },
  Dial: {
    attributes: {
      action: address,
      method,
      timeout: seconds,
      timeLimit: seconds,
      callerId: any,
      answerOnBridge: truth,
      hangupOnStar: truth,
      record: /^(do-not-record|record-from-(answer|ringing)(-dual)?|true|false)$/,
      recordingTrack: /^(inbound|outbound|both)$/,
      trim: /^(trim-silence|do-not-trim)$/,
      ringTone: /^[a-z]{2}(-old)?$/,
      sequential: truth,
      referUrl: address,
      referMethod: method,
      ...recordingCallback,
    },
    children: ['Number'],
    hasText: true,
  },
  Number: {
    attributes: {
      url: address,
      method,
      sendDigits: /^[\dw#*]+$/,
      statusCallback: address,
      statusCallbackMethod: method,
      statusCallbackEvent: progress,
      byoc: any,
      machineDetection: /^(Enable|DetectMessageEnd)$/,
      machineDetectionTimeout: seconds,
      amdStatusCallback: address,
      amdStatusCallbackMethod: method,
    },
    children: [],
    hasText: true,
  },
  Connect: { attributes: { action: address, method }, children: ['ConversationRelay'] },
  ConversationRelay: {
    attributes: {
      url: webSocket,
      welcomeGreeting: any,
      welcomeGreetingInterruptible: /^(none|dtmf|speech|any)$/,
      language,
      ttsLanguage: language,
      transcriptionLanguage: language,
      ttsProvider: /^(Google|Amazon|ElevenLabs)$/,
      voice: any,
      transcriptionProvider: /^(Deepgram|Google)$/,
      speechModel: any,
      eotThreshold: /^0\.[5-9]\d*$/,
      partialPrompts: truth,
      speechTimeout: /^(auto|\d{3,4})$/,
      interruptible: /^(none|dtmf|speech|any|true|false)$/,
      interruptSensitivity: /^(high|medium|low)$/,
      ignoreBackchannel: truth,
      reportInputDuringAgentSpeech: /^(none|dtmf|speech|any)$/,
      preemptible: truth,
      dtmfDetection: truth,
      hints: any,
      profanityFilter: truth,
      deepgramSmartFormat: truth,
      backgroundNoiseReduction: any,
      elevenlabsTextNormalization: /^(on|auto|off)$/,
      events: /^((speaker-events|tokens-played)( |$))+$/,
      debug: any,
      applicationReconnect: truth,
    },
    children: ['Language', 'Parameter'],
  },
  Language: {
    attributes: {
      code: language,
      ttsProvider: any,
      voice: any,
      transcriptionProvider: any,
      speechModel: any,
    },
    children: [],
  },
  Parameter: { attributes: { name: any, value: any }, children: [] },
  Start: { attributes: {}, children: ['Recording'] },
  Stop: { attributes: {}, children: ['Recording'] },
  Recording: {
    attributes: { name: any, channels: /^(mono|dual)$/, track: /^(inbound|outbound|both)$/, ...recordingCallback },
    children: [],
  },
  ...Object.fromEntries(
    ssml.map((name) => [name, { attributes: ssmlAttributes(name), children: ssml, hasText: true } as const]),
  ),
};

function ssmlAttributes(name: string): Record<string, RegExp> {
  const known: Record<string, Record<string, RegExp>> = {
    break: { strength: any, time: /^\d+(\.\d+)?m?s$/ },
    emphasis: { level: /^(strong|moderate|reduced)$/ },
    lang: { 'xml:lang': language },
    phoneme: { alphabet: any, ph: any },
    prosody: { volume: any, rate: any, pitch: any },
    'say-as': { 'interpret-as': any, role: any, format: any },
    sub: { alias: any },
    w: { role: any },
  };
  return known[name] ?? {};
}
