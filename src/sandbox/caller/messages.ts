import { endOfCallReport } from './end-of-call-report.js';
import { envelope, type ServerMessageBody } from './envelope.js';
import { historyOf, type Telling } from './history.js';
import type { Moment, ToolRequest } from './moment.js';
import { saidBy } from './timeline.js';
import { toolCallMembers } from './tool-call-shapes.js';
import { definitionOf } from './tool-definitions.js';

/** Writes a moment of a call as Vapi posts it today. */
export function writeMessage(moment: Moment, telling: Telling): ServerMessageBody {
  const { type, ...members } = ownMembers(moment, telling);
  const { timestamp, ...common } = envelope(telling.facts, moment.atMs);
  return { message: { timestamp, type, ...members, ...common } };
}

type OwnMembers = { type: string } & Record<string, unknown>;

function ownMembers(moment: Moment, telling: Telling): OwnMembers {
  switch (moment.kind) {
    case 'status':
      return statusUpdate(moment, telling);
    case 'speech':
      return { type: 'speech-update', status: moment.status, role: moment.role, turn: moment.turn };
    case 'transcript':
      return { type: 'transcript', role: moment.role, transcriptType: moment.part, transcript: moment.text };
    case 'conversation':
      return { type: 'conversation-update', ...spokenSoFar(moment, telling) };
    case 'tool':
      return toolCalls(moment, telling, moment.request);
    case 'transfer':
      return { type: 'transfer-update', destination: { type: 'number', number: moment.to } };
    case 'hang':
      return { type: 'hang' };
    case 'interrupted':
      return { type: 'user-interrupted' };
    case 'language':
      return { type: 'language-change-detected', language: moment.language };
    case 'report':
      return endOfCallReport(telling, moment.analysis);
  }
}

function statusUpdate(moment: Moment & { kind: 'status' }, telling: Telling): OwnMembers {
  const update = { type: 'status-update', status: moment.status };
  if (moment.status === 'forwarding') {
    const { transcript, ...history } = soFar(moment, telling);
    return { ...update, destination: { type: 'number', number: moment.transferTo }, transcript, ...history };
  }
  if (moment.status !== 'ended') return update;
  return { ...update, endedReason: telling.facts.scenario.ending.reason, artifact: spokenSoFar(moment, telling) };
}

function toolCalls(moment: Moment, telling: Telling, request: ToolRequest): OwnMembers {
  return {
    type: 'tool-calls',
    ...toolCallMembers(request, telling.facts.line.stored?.tools.get(request.name) ?? definitionOf(request.name)),
    artifact: spokenSoFar(moment, telling),
  };
}

function spokenSoFar(moment: Moment, telling: Telling) {
  const { messages, messagesOpenAIFormatted } = soFar(moment, telling);
  return { messages, messagesOpenAIFormatted };
}

function soFar({ atMs }: Moment, telling: Telling) {
  return historyOf(telling, saidBy(telling.timeline, atMs));
}
