import type { CallFacts } from './call-facts.js';
import { costsOf } from './costs.js';
import { historyOf, type Telling } from './history.js';
import type { Analysis, Timeline } from './moment.js';
import type { Ending } from './scenario.js';

/** The own members of the report that Vapi sends some seconds after a call, once it has analysed it. */
export function endOfCallReport({ facts, timeline, answers }: Telling, found: Analysis) {
  const { ending } = facts.scenario;
  return {
    type: 'end-of-call-report',
    endedReason: ending.reason,
    ...times(facts, timeline),
    ...costsOf(facts, timeline),
    analysis: analysis(found),
    artifact: {
      ...historyOf({ facts, timeline, answers }, timeline.utterances),
      ...(timeline.answeredMs !== null && facts.line.assistant.records !== false && recordings(facts)),
      ...(ending.transferTo !== undefined && { transfers: [transferArtifact(ending.transferTo, ending)] }),
    },
    ...(ending.transferTo !== undefined && { destination: { type: 'number', number: ending.transferTo } }),
  };
}

function times({ createdAtMs }: CallFacts, { answeredMs, endedMs }: Timeline) {
  const durationMs = answeredMs === null ? 0 : endedMs - answeredMs;
  const iso = (ms: number) => new Date(createdAtMs + ms).toISOString();
  return {
    ...(answeredMs !== null && { startedAt: iso(answeredMs) }),
    endedAt: iso(endedMs),
    durationMs,
    durationSeconds: durationMs / 1000,
    durationMinutes: Math.round(durationMs / 600) / 100,
  };
}

/** Vapi analyses no call in which hardly anything was said. */
function analysis({ summary, satisfaction, succeeded, structuredData }: Analysis): Record<string, unknown> {
  const data = { ...structuredData, ...(satisfaction !== undefined && { satisfaction }) };
  return {
    ...(summary !== undefined && { summary }),
    ...(Object.keys(data).length > 0 && { structuredData: data }),
    ...(succeeded !== undefined && { successEvaluation: String(succeeded) }),
  };
}

/** Addresses in a domain that leads nowhere: nothing was recorded. */
function recordings({ callId }: CallFacts) {
  const at = (name: string) => `https://storage.sandbox.example/${callId}-${name}`;
  return {
    recordingUrl: at('mono.wav'),
    stereoRecordingUrl: at('stereo.wav'),
    recording: {
      stereoUrl: at('stereo.wav'),
      mono: { combinedUrl: at('mono.wav'), assistantUrl: at('assistant.wav'), customerUrl: at('customer.wav') },
    },
    logUrl: at('call.jsonl.gz'),
  };
}

function transferArtifact(number: string, { transferMode, transferStatus }: Ending) {
  const [mode, status] = [transferMode ?? 'blind-transfer', transferStatus ?? 'connected'];
  return { destination: { type: 'number', number }, mode, status };
}
