import type { LocalizedText } from '../../kernel/errors/index.js';

/** Who speaks, in Vapi's words. */
export type Speaker = 'assistant' | 'user';

/**
 * The ways in which Vapi has been seen, or documented, to ask for a tool:
 * - `argument-text`: as its API description says, arguments as JSON text;
 * - `argument-object`: as it really arrives, arguments as an object, in three lists;
 * - `flat-arguments` and `flat-parameters`: as two of its guides show it.
 */
export type ToolCallShape = 'argument-text' | 'argument-object' | 'flat-arguments' | 'flat-parameters';

/** What is known of a call only when it is played. */
export interface Playing {
  /** When the call began. */
  startsAt: Date;
  /** Hexadecimal digits that only this turn has. */
  id: string;
  /** What our server has answered so far, the latest at the end. */
  answers: readonly string[];
}

/** The same in every call, or made for each. */
export type Given<T> = T | ((playing: Playing) => T);

export interface Spoken {
  says: Speaker;
  text: Given<string>;
  /** The caller talks over the end of it. */
  cutOff?: true;
}

/** The assistant says what our server has just answered, whatever it is, but for references such as `(KVT)`. */
export interface Repeated {
  says: 'assistant';
  repeats: 'answer';
  /** Said after it. */
  text?: Given<string>;
}

/** The assistant asks our server for something, and speaks again once it has the answer. */
export interface ToolUse {
  uses: string;
  with: Given<Readonly<Record<string, unknown>>>;
  shape: ToolCallShape;
  /** What the server is expected to answer, for scripts that are written out without one. */
  expects: Given<string>;
}

/** How the call goes on depends on what our server has just answered. */
export interface Fork {
  ifHeard: RegExp;
  play: readonly Turn[];
  otherwise?: readonly Turn[];
}

/** The platform runs a tool of its own. Our server is not asked for it: only the history tells, and so the report. */
export interface NativeToolUse {
  /** As the history names it. */
  usesNative: string;
  with: (playing: Playing) => Readonly<Record<string, unknown>>;
  /** What came back. */
  gives: (playing: Playing) => string;
}

/** Nobody speaks; beyond five seconds Vapi says that the assistant hangs. */
export interface Silence {
  silentSeconds: number;
}

export interface LanguageChange {
  /** The language that the transcriber hears from now on: `en`. */
  hears: string;
}

export type Turn = Spoken | Repeated | ToolUse | Fork | NativeToolUse | Silence | LanguageChange;

export interface Ending {
  /** One of Vapi's ended reasons: `customer-ended-call`. */
  reason: string;
  /** Where the call went on, for a transfer. */
  transferTo?: string;
  /** As its tool plans it (default `blind-transfer`), and how it went (default `connected`). */
  transferMode?: string;
  transferStatus?: string;
  summary?: Given<string>;
  /** 1 to 5, as the analysis of the conversation guesses it. */
  satisfaction?: Given<1 | 2 | 3 | 4 | 5>;
  succeeded?: Given<boolean>;
  /** More of what the analysis found. */
  structuredData?: Given<Readonly<Record<string, unknown>>>;
}

/**
 * A call as a play: who calls, what is said, which tools are used, how it ends. Times, ids and prices follow from the
 * seed with which it is played.
 */
export interface Scenario {
  /** As in `npm run demo -- --scenario <key>`. */
  key: string;
  /** One line for the list. */
  title: LocalizedText;
  direction: 'inbound' | 'outbound';
  /** The person at the other end. */
  caller: { name: string; number: string };
  ringSeconds: number;
  /** Empty when nobody picks up. */
  turns: readonly Turn[];
  ending: Ending;
  /** `legacy`: the names and shapes of 2024. */
  dialect?: 'legacy';
  /** The end-of-call report never arrives. */
  losesReport?: true;
}
