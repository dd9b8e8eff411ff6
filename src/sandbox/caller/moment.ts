import type { Ending, Speaker, ToolCallShape } from './scenario.js';

export interface ToolRequest {
  id: string;
  name: string;
  arguments: Readonly<Record<string, unknown>>;
  shape: ToolCallShape;
  /** What the conversation goes on with when no server has answered. */
  expects: string;
}

export type CallState = 'queued' | 'ringing' | 'in-progress' | 'forwarding' | 'ended';

/** What happens, in the order in which Vapi tells it. */
export type Happening =
  | { kind: 'status'; status: CallState; transferTo?: string | undefined }
  | { kind: 'speech'; role: Speaker; status: 'started' | 'stopped'; turn: number }
  | { kind: 'transcript'; role: Speaker; part: 'partial' | 'final'; text: string }
  | { kind: 'conversation' }
  | { kind: 'tool'; request: ToolRequest }
  | { kind: 'transfer'; to: string }
  | { kind: 'hang' }
  | { kind: 'interrupted' }
  | { kind: 'language'; language: string }
  | { kind: 'report'; analysis: Analysis };

/** What Vapi's models make of a call that is over. */
export interface Analysis {
  summary?: string | undefined;
  satisfaction?: number | undefined;
  succeeded?: boolean | undefined;
  structuredData?: Readonly<Record<string, unknown>> | undefined;
}

/** Something that Vapi tells our server, and when. */
export type Moment = Happening & {
  /** Milliseconds since the call was created. */
  atMs: number;
};

/** What the conversation consists of, as `artifact.messages` and `conversation-update` give it back. */
export type Utterance =
  | { kind: 'said'; role: Speaker; text: string; startMs: number; endMs: number }
  | { kind: 'tool'; request: ToolRequest; startMs: number; endMs: number };

/** A call played out in time, before anything of it is written as Vapi writes it. */
export interface Timeline {
  moments: readonly Moment[];
  utterances: readonly Utterance[];
  /** When somebody or something picked up; null when nobody did. */
  answeredMs: number | null;
  endedMs: number;
  /** The scenario's, unless somebody has ended the call before. */
  ending: Ending;
}
