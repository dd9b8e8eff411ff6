import type { CallFacts } from './call-facts.js';
import { analysisOf, given, spokenText, turnsOf } from './given.js';
import type { ToolAnswers } from './history.js';
import type { CallState, Happening, Moment, Timeline, ToolRequest, Utterance } from './moment.js';
import type { Ending, Fork, NativeToolUse, Playing, Repeated, Spoken, ToolUse, Turn } from './scenario.js';

/** Characters that people speak in a second. */
const pace = 15;
/** A silence this long is reported as `hang`. */
const hangAfterSeconds = 5;

/**
 * Gives each line of a scenario its time. Up to a tool whose answer is not known, nothing depends on what is answered later:
 * played out again with more answers, a call goes on from where it was.
 */
export function playOut(facts: CallFacts, answers: ToolAnswers): Timeline {
  const clock = new CallClock(facts, answers);
  const { scenario, line } = facts;
  clock.ring(scenario.ringSeconds);
  const greeting: Spoken = { says: 'assistant', text: line.assistant.firstMessage };
  const turns =
    scenario.turns.length > 0 && scenario.direction === 'inbound' ? [greeting, ...scenario.turns] : scenario.turns;
  if (turns.length > 0) clock.pickUp();
  for (const turn of turns) clock.take(turn);
  return clock.end();
}

class CallClock {
  readonly #moments: Moment[] = [];
  readonly #utterances: Utterance[] = [];
  readonly #heard: string[] = [];
  #nowMs = 0;
  #turn = 0;
  #answeredMs: number | null = null;
  #interjected = 0;
  #isMuted = false;
  #ending: Ending | null = null;

  constructor(
    private readonly facts: CallFacts,
    private readonly answers: ToolAnswers,
  ) {}

  ring(seconds: number): void {
    if (this.facts.scenario.direction === 'outbound') {
      this.status('queued');
      this.pass(1.2, 0.3);
    }
    this.status('ringing');
    this.pass(seconds);
  }

  pickUp(): void {
    this.#answeredMs = this.#nowMs;
    this.status('in-progress');
  }

  take(turn: Turn): void {
    this.interject();
    if (this.#ending) return;
    if ('ifHeard' in turn) return turnsOf(turn, this.#heard.at(-1) ?? '').forEach((next) => this.take(next));
    this.play(turn);
  }

  private play(turn: Exclude<Turn, Fork>): void {
    this.#turn += 1;
    if ('says' in turn) this.speak(turn);
    else if ('uses' in turn) this.useTool(turn);
    else if ('usesNative' in turn) this.useNativeTool(turn);
    else if ('hears' in turn) this.note({ kind: 'language', language: turn.hears });
    else this.beSilent(turn.silentSeconds);
  }

  /** What has been done from outside by now. */
  private interject(): void {
    const { interjections } = this.facts;
    for (let next = interjections[this.#interjected]; next; next = interjections[this.#interjected]) {
      if (next.afterMoments > this.#moments.length || this.#ending) return;
      this.#interjected += 1;
      for (const turn of next.turns ?? []) if (!('ifHeard' in turn)) this.play(turn);
      this.#isMuted = next.mutes ?? this.#isMuted;
      this.#ending = next.ending ?? null;
    }
  }

  end(): Timeline {
    this.interject();
    const { scenario } = this.facts;
    const ending = this.#ending ?? scenario.ending;
    const { transferTo } = ending;
    if (transferTo !== undefined) this.transfer(transferTo);
    this.pass(0.8, 0.3);
    const endedMs = this.#nowMs;
    this.status('ended');
    if (!scenario.losesReport) {
      // Summary and structured data are made by a model after the call.
      this.pass(4, 0.4);
      this.note({ kind: 'report', analysis: analysisOf(ending, this.playing()) });
    }
    return { moments: this.#moments, utterances: this.#utterances, answeredMs: this.#answeredMs, endedMs, ending };
  }

  private speak(turn: Spoken | Repeated): void {
    const role = turn.says;
    const text = spokenText(turn, this.playing());
    if (text === '' || (role === 'assistant' && this.#isMuted)) return;
    this.pass(0.9, 0.5);
    const startMs = this.#nowMs;
    this.note({ kind: 'speech', role, status: 'started', turn: this.#turn });
    if (role === 'user') this.hearPartly(text);
    this.pass(Math.max(0.8, text.length / pace) * (role === 'user' ? 0.5 : 1), 0.1);
    if ('cutOff' in turn) this.note({ kind: 'interrupted' });
    this.heard({ kind: 'said', role, text, startMs, endMs: this.#nowMs });
    this.note({ kind: 'transcript', role, part: 'final', text });
    this.note({ kind: 'speech', role, status: 'stopped', turn: this.#turn });
    this.note({ kind: 'conversation' });
  }

  /** The transcriber gives what it has heard so far, now and then. */
  private hearPartly(text: string): void {
    this.pass(Math.max(0.8, text.length / pace) * 0.5, 0.1);
    const half = text.slice(0, Math.max(0, text.indexOf(' ', text.length / 2)));
    if (half.length > 10) this.note({ kind: 'transcript', role: 'user', part: 'partial', text: half });
  }

  private useTool({ uses: name, with: args, shape, expects }: ToolUse): void {
    this.pass(0.7, 0.3);
    const playing = this.playing();
    const request: ToolRequest = {
      id: `call_${playing.id}`,
      name,
      arguments: given(args, playing),
      shape,
      expects: given(expects, playing),
    };
    const startMs = this.#nowMs;
    this.note({ kind: 'tool', request });
    this.#heard.push(this.answers.get(request.id) ?? request.expects);
    this.pass(0.6, 0.4);
    this.heard({ kind: 'tool', request, startMs, endMs: this.#nowMs });
  }

  /** Nobody is told of it at that moment. */
  private useNativeTool({ usesNative: name, with: args, gives }: NativeToolUse): void {
    this.pass(0.7, 0.3);
    const playing = this.playing();
    const request: ToolRequest = {
      id: `call_${playing.id}`,
      name,
      arguments: args(playing),
      shape: 'argument-text',
      expects: gives(playing),
    };
    const startMs = this.#nowMs;
    this.pass(1.1, 0.4);
    this.heard({ kind: 'tool', request, startMs, endMs: this.#nowMs });
  }

  private playing(): Playing {
    const { draw, createdAtMs } = this.facts;
    return { startsAt: new Date(createdAtMs), id: draw.hex(`tool ${this.#turn}`, 24), answers: [...this.#heard] };
  }

  private beSilent(seconds: number): void {
    if (seconds < hangAfterSeconds) return this.pass(seconds);
    this.pass(hangAfterSeconds);
    this.note({ kind: 'hang' });
    this.pass(seconds - hangAfterSeconds);
  }

  private transfer(to: string): void {
    this.pass(0.6, 0.3);
    this.status('forwarding', to);
    this.note({ kind: 'transfer', to });
    this.pass(2, 0.3);
  }

  private status(status: CallState, transferTo?: string): void {
    this.note({ kind: 'status', status, transferTo });
  }

  private heard(utterance: Utterance): void {
    this.#utterances.push(utterance);
  }

  private note(happening: Happening): void {
    this.#moments.push({ ...happening, atMs: this.#nowMs });
  }

  /** Lets time pass, more or less by `spread` of it. */
  private pass(seconds: number, spread = 0): void {
    const factor = spread === 0 ? 1 : this.facts.draw.between(`pause ${this.#nowMs}`, 1 - spread, 1 + spread);
    this.#nowMs += Math.round(seconds * factor * 1000);
  }
}

/** What has been said by then. */
export function saidBy(timeline: Timeline, atMs: number): Utterance[] {
  return timeline.utterances.filter(({ endMs }) => endMs <= atMs);
}
