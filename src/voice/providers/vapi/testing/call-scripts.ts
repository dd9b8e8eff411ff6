import { CallScript, type ScriptOptions, type VapiBody } from './call-script.js';
import { availabilityCheck, eventCreation, nativeMessages, pendingResult, type NativeCall } from './native-calls.js';

const greeting = ['bot', 'Bonjour, je suis l’assistante virtuelle du restaurant Le Gourmet.', 1] as const;
const talk = [
  greeting,
  ['user', 'Bonjour, une table pour quatre ce soir à vingt heures, au nom de Dupont.', 6],
  ['bot', 'C’est noté, monsieur Dupont. À ce soir !', 12],
] as const;

const costs = (vapi: number) => ({
  cost: Number((0.1 + vapi).toFixed(4)),
  costs: [
    { type: 'transport', provider: 'twilio', minutes: 0.5, cost: 0.004 },
    { type: 'transcriber', transcriber: {}, minutes: 0.5, cost: 0.006 },
    { type: 'model', model: {}, promptTokens: 1200, completionTokens: 80, cost: 0.05 },
    { type: 'voice', voice: {}, characters: 220, cost: 0.03 },
    { type: 'vapi', subType: 'normal', minutes: 0.5, cost: vapi },
  ],
});

function start(options: Partial<ScriptOptions> & { callId: string }): CallScript {
  return new CallScript({
    from: Date.UTC(2026, 8, 1, 10),
    type: 'inboundPhoneCall',
    customer: { number: '+33612345678' },
    assistantId: 'vapi-assistant-1',
    phoneNumberId: 'vapi-number-1',
    ...options,
  });
}

/** What was said, then what Vapi's own tools did. */
function withTools(callId: string, calls: readonly NativeCall[]) {
  const artifact = start({ callId }).artifact(talk);
  return { ...artifact, messages: [...artifact.messages, ...calls.flatMap(nativeMessages)] };
}

/** The events of whole calls, in the order in which they happen; what the merge is tried with. */
export const callScripts: Readonly<Record<string, (callId: string) => VapiBody[]>> = {
  inbound: (callId) =>
    start({ callId })
      .say('assistant-request', 0)
      .status('ringing', 0.2)
      .status('in-progress', 0.5)
      .say('speech-update', 0.9, { status: 'started', role: 'assistant', turn: 0 })
      .talk(talk)
      .toolCall({ id: 'call_1', name: 'leave_message', args: { text: 'Table pour quatre' } }, 14)
      .status('ended', 20, { endedReason: 'customer-ended-call' })
      .report(25, {
        endedReason: 'customer-ended-call',
        startedAt: '2026-09-01T10:00:00.500Z',
        endedAt: '2026-09-01T10:00:20.000Z',
        durationSeconds: 19.5,
        ...costs(0.05),
        analysis: {
          summary: 'M. Dupont réserve pour quatre.',
          structuredData: { satisfaction: 5 },
          successEvaluation: 'true',
        },
        artifact: start({ callId }).artifact(talk, { recordingUrl: `https://storage.vapi.ai/${callId}.wav` }),
      }).bodies,

  outbound: (callId) =>
    start({ callId, type: 'outboundPhoneCall' })
      .status('queued', 0)
      .status('ringing', 1)
      .status('in-progress', 5)
      .talk(talk)
      .status('ended', 30, { endedReason: 'assistant-ended-call' })
      .report(34, {
        endedReason: 'assistant-ended-call',
        startedAt: '2026-09-01T10:00:05.000Z',
        endedAt: '2026-09-01T10:00:30.000Z',
        costBreakdown: {
          transport: 0.01,
          stt: 0.01,
          llm: 0.04,
          tts: 0.02,
          vapi: 0.04,
          total: 0.13,
          ttsCharacters: 90,
          llmPromptTokens: 50,
          llmCompletionTokens: 5,
        },
        analysis: {},
        artifact: start({ callId }).artifact(talk),
      }).bodies,

  web: (callId) =>
    start({ callId, type: 'webCall', customer: undefined, phoneNumberId: undefined })
      .say('assistant.started', 0.1)
      .status('in-progress', 0.4)
      .say('conversation-update', 3, {
        messages: start({ callId }).artifact(talk.slice(0, 1)).messages,
        messagesOpenAIFormatted: [],
      })
      .say('conversation-update', 9, {
        messages: start({ callId }).artifact(talk.slice(0, 2)).messages,
        messagesOpenAIFormatted: [],
      })
      .say('user-interrupted', 10, { turnId: '1' })
      .status('ended', 15, { endedReason: 'silence-timed-out' })
      .report(18, {
        endedReason: 'silence-timed-out',
        startedAt: '2026-09-01T10:00:00.400Z',
        endedAt: '2026-09-01T10:00:15.000Z',
        cost: 0.02,
        analysis: { summary: '' },
        artifact: {},
      }).bodies,

  noAnswer: (callId) =>
    start({ callId, type: 'outboundPhoneCall' })
      .status('queued', 0)
      .status('ringing', 2)
      .status('ended', 32, { endedReason: 'customer-did-not-answer' })
      .report(33, {
        endedReason: 'customer-did-not-answer',
        cost: 0,
        analysis: {},
        artifact: { messages: [], transcript: '' },
      }).bodies,

  busy: (callId) =>
    start({ callId, type: 'outboundPhoneCall', customer: { number: '+33699999999', name: 'M. Martin' } })
      .status('ringing', 2)
      .status('ended', 4, { endedReason: 'customer-busy' })
      .report(5, { endedReason: 'customer-busy', endedAt: '2026-09-01T10:00:04.000Z', analysis: {}, artifact: {} })
      .bodies,

  voicemail: (callId) =>
    start({ callId, type: 'outboundPhoneCall' })
      .status('in-progress', 5)
      .talk([greeting])
      .status('ended', 12, { endedReason: 'voicemail' })
      .report(13, {
        endedReason: 'voicemail',
        startedAt: '2026-09-01T10:00:05.000Z',
        endedAt: '2026-09-01T10:00:12.000Z',
        ...costs(0.01),
        analysis: { summary: 'Messagerie.' },
        artifact: start({ callId }).artifact([greeting]),
      }).bodies,

  transfer: (callId) =>
    start({ callId, customer: { number: 'anonymous' } })
      .status('in-progress', 1)
      .talk(talk)
      .toolCall({ id: 'call_t', name: 'transfer_to_human', args: { reason: 'Réclamation' } }, 13)
      .say('transfer-destination-request', 14)
      .status('forwarding', 15, {
        destination: { type: 'number', number: '+33611111111' },
        summary: 'Réclamation',
        messages: [],
      })
      .say('transfer-update', 15.1, { destination: { type: 'number', number: '+33611111111' } })
      .say('transfer-update', 15.2, { destination: { type: 'assistant', assistantName: 'Night desk' } })
      .status('ended', 16, { endedReason: 'assistant-forwarded-call' })
      .report(20, {
        endedReason: 'assistant-forwarded-call',
        startedAt: '2026-09-01T10:00:01.000Z',
        endedAt: '2026-09-01T10:00:16.000Z',
        ...costs(0.02),
        destination: { type: 'number', number: '+33611111111' },
        analysis: { summary: 'Réclamation transmise.' },
        artifact: start({ callId }).artifact(talk, {
          transfers: [
            { destination: { type: 'number', number: '+33611111111' }, mode: 'blind-transfer', status: 'connected' },
            { destination: { type: 'sip', sipUri: 'sip:desk@example.test' }, status: 'busy' },
          ],
        }),
      }).bodies,

  legacyNames: (callId) =>
    start({ callId })
      .say('call.ringing', 0)
      .say('call.started', 1)
      .say('transcript.updated', 3, { role: 'assistant', transcript: 'Bonjour, Le Gourmet, je vous écoute.' })
      .say('transcript[transcriptType="final"]', 5, { role: 'user', transcript: 'Vous êtes ouverts dimanche ?' })
      .say('function-call', 7, { functionCall: { name: 'leave_message', parameters: { text: 'Rappeler' } } })
      .say('recording.ready', 20, { recordingUrl: 'https://storage.vapi.ai/legacy.mp3' })
      .say('call.ended', 12, { endedReason: 'customer-ended-call' }).bodies,

  reportBeforeEnded: (callId) => {
    const bodies = callScripts.inbound?.(callId) ?? [];
    return [...bodies.slice(-1), ...bodies.slice(0, -1)];
  },

  repeatedReports: (callId) =>
    start({ callId, customer: { sipUri: 'sip:0612345678@example.test' } })
      .status('in-progress', 1)
      .talk(talk)
      .report(21, {
        endedReason: 'customer-ended-call',
        startedAt: '2026-09-01T10:00:01.000Z',
        endedAt: '2026-09-01T10:00:20.000Z',
        ...costs(0.05),
        analysis: {},
        artifact: start({ callId }).artifact(talk.slice(0, 2)),
      })
      .report(40, {
        endedReason: 'customer-ended-call',
        startedAt: '2026-09-01T10:00:01.000Z',
        endedAt: '2026-09-01T10:00:20.000Z',
        ...costs(0.06),
        analysis: { summary: 'Deuxième rapport, complet.' },
        artifact: start({ callId }).artifact(talk),
      })
      .report(40, {
        endedReason: 'customer-ended-call',
        ...costs(0.07),
        analysis: { summary: 'Même instant, autre texte.' },
        artifact: start({ callId }).artifact(talk),
      })
      .status('ended', 20, { endedReason: 'customer-ended-call' }).bodies,

  /** Told twice while it runs, as a whole and utterance by utterance, and its report is lost. */
  lostReport: (callId) =>
    start({ callId })
      .status('in-progress', 1)
      .say('conversation-update', 2, {
        messagesOpenAIFormatted: [],
        messages: start({ callId }).artifact(talk.slice(0, 1)).messages,
      })
      .talk(talk)
      .say('conversation-update', 13, {
        messagesOpenAIFormatted: [],
        messages: start({ callId }).artifact(talk).messages,
      })
      .status('ended', 20, { endedReason: 'silence-timed-out' }).bodies,

  missingAnalysis: (callId) =>
    start({ callId, assistantId: undefined })
      .status('in-progress', 1)
      .talk([greeting])
      .say('hang', 8)
      .say('language-change-detected', 9, { language: 'fr' })
      .say('a-type-of-tomorrow', 9.5, { anything: [1, 2, 3] })
      .report(15, {
        endedReason: 'pipeline-error-openai-llm-failed',
        startedAt: '2026-09-01T10:00:01.000Z',
        endedAt: '2026-09-01T10:00:00.000Z',
      }).bodies,

  /** Google through Vapi: seen as it happens, with its end unknown, and told again by two reports that differ. */
  googleCalendar: (callId) => {
    const history = (calls: readonly NativeCall[]) => ({
      messages: withTools(callId, calls).messages,
      messagesOpenAIFormatted: [],
    });
    const hangUp = { id: 'call_end', name: 'end_call_tool', args: '{}', from: eventCreation.to, to: eventCreation.to };
    const ours = { ...eventCreation, id: 'call_ours', name: 'leave_message', result: 'C’est noté.' };
    const report = (calls: readonly NativeCall[]) => ({
      endedReason: 'assistant-ended-call',
      startedAt: '2026-09-01T10:00:00.500Z',
      endedAt: '2026-09-01T10:00:20.000Z',
      analysis: {},
      artifact: withTools(callId, calls),
    });
    return start({ callId })
      .status('in-progress', 0.5)
      .say('conversation-update', 8, history([{ ...availabilityCheck, result: undefined }]))
      .say('conversation-update', 9, history([availabilityCheck]))
      .say('conversation-update', 14.5, history([availabilityCheck, { ...eventCreation, result: pendingResult }]))
      .say('conversation-update', 16, history([availabilityCheck, eventCreation]))
      .status('ended', 20, { endedReason: 'assistant-ended-call' })
      .report(24, report([availabilityCheck, eventCreation, ours, hangUp]))
      .report(
        40,
        report([availabilityCheck, { ...eventCreation, result: undefined }, { ...hangUp, result: 'Success.' }]),
      ).bodies;
  },
};
