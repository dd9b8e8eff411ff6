import { Injectable } from '@nestjs/common';
import { Config } from '../../../../kernel/config/index.js';
import type { RequestContext } from '../../../../kernel/context/index.js';
import { AppLogger } from '../../../../kernel/observability/index.js';
import type { AnsweredCall } from '../../../conversation/answered-call.js';
import { conversationConfig } from '../../../conversation/conversation.config.js';
import { Conversation } from '../../../conversation/conversation.js';
import { sentencesIn } from '../../../conversation/sentences/sentences-in.js';
import type { Turn } from '../../../conversation/turn.js';
import { AnsweredCalls } from './answered-calls.js';
import type { TwilioEvent } from './twilio-event.js';
import { Twiml, type Said } from './twiml.js';

/** After these the caller is asked again. */
const waits = 2;

const notInService: readonly Said[] = [
  { text: 'Ce numéro n’est pas encore en service. Merci de rappeler plus tard. Au revoir.', language: 'fr-FR' },
  { text: 'This number is not in service yet. Please call again later. Goodbye.', language: 'en-GB' },
];
const outOfOrder: readonly Said[] = [
  {
    text: 'Nous rencontrons un problème technique. Merci de rappeler dans quelques minutes. Au revoir.',
    language: 'fr-FR',
  },
  { text: 'We have a technical problem. Please call again in a few minutes. Goodbye.', language: 'en-GB' },
];

interface Answering {
  event: TwilioEvent;
  call: AnsweredCall;
  twiml: Twiml;
}

/** What Twilio does next in a call: it waits 15 s for it, and says something in English of its own when nothing comes. */
@Injectable()
export class TwilioReplies {
  #twiml: Promise<Twiml> | undefined;

  constructor(
    private readonly calls: AnsweredCalls,
    private readonly conversation: Conversation,
    private readonly config: Config,
    private readonly log: AppLogger,
  ) {}

  /** Never fails: whatever happens, the caller is told. */
  async reply(ctx: RequestContext, event: TwilioEvent): Promise<string> {
    const twiml = await (this.#twiml ??= Twiml.load());
    const startedAt = performance.now();
    const about = { callId: event.callSid, kind: event.kind, turn: event.turn, wait: event.wait };
    try {
      const document = await this.answer(ctx, event, twiml);
      this.log.info('twilio.webhook.answered', { ...about, durationMs: Math.round(performance.now() - startedAt) });
      return document;
    } catch (error) {
      this.log.error('twilio.webhook.failed', { ...about, error });
      return twiml.hangUp(...outOfOrder);
    }
  }

  private async answer(ctx: RequestContext, event: TwilioEvent, twiml: Twiml): Promise<string> {
    const call = await this.calls.find(ctx, event);
    if (!call) return twiml.hangUp(...notInService);
    const answering = { event, call, twiml };
    if (event.whisper !== null) return this.whisper(ctx, answering, event.whisper);
    if (event.kind === 'incoming') return this.pickUp(ctx, answering);
    if (event.afterDial === null) return this.converse(ctx, answering);
    const turn = await this.conversation.afterTransfer(
      ctx,
      { call, turn: event.afterDial },
      event.text('DialCallStatus'),
    );
    return this.speak(ctx, answering, turn);
  }

  private async pickUp(ctx: RequestContext, answering: Answering): Promise<string> {
    const { event, call, twiml } = answering;
    const { language } = call.assistant;
    if (!(await this.calls.mayAnswer(ctx, call))) return twiml.hangUp({ text: sentencesIn(language).closed, language });
    const turn = event.afterFault
      ? await this.conversation.resume(ctx, call)
      : await this.conversation.greet(ctx, call);
    return this.speak(ctx, answering, turn);
  }

  private async converse(ctx: RequestContext, answering: Answering): Promise<string> {
    const { event, call } = answering;
    const { patienceMs, waitMs } = this.config.get(conversationConfig);
    const withinMs = event.wait === 0 ? patienceMs : waitMs;
    const { turn, heard } = event;
    const answer = await this.conversation.take(ctx, { call, turn, heard, withinMs });
    if (answer) return this.speak(ctx, answering, answer);
    if (event.wait < waits) return this.ask(ctx, answering, { turn, wait: event.wait + 1 });
    return this.speak(ctx, answering, await this.conversation.giveUp(ctx, { call, turn }));
  }

  /** For a moment of patience, after which Twilio asks for the same turn again. */
  private async ask(
    ctx: RequestContext,
    { event, call, twiml }: Answering,
    next: { turn: number; wait: number },
  ): Promise<string> {
    const language = await this.conversation.language(ctx, call, next.turn);
    const { moment, stillLooking } = sentencesIn(language);
    return twiml.wait(
      { text: next.wait === 1 ? moment : stillLooking, language },
      event.address('process', { ...next }),
    );
  }

  private speak(ctx: RequestContext, answering: Answering, answer: Turn): Promise<string> | string {
    const { event, call, twiml } = answering;
    const { turn, said: text, language, next, done } = answer;
    if (!done) return this.ask(ctx, answering, { turn, wait: 1 });
    const said = { text, language };
    if (next.kind === 'listen') return twiml.listen(said, event.address('process', { turn: turn + 1 }));
    if (next.kind === 'hangup') return twiml.hangUp(said);
    const leg = { whisper: turn, call: event.callSid, line: event.line };
    return twiml.dial(said, {
      to: next.to,
      from: call.assistant.phoneNumber,
      action: event.address('process', { dial: turn + 1 }),
      whisper: event.address('process', leg),
    });
  }

  /** To the colleague, before the caller is put through. */
  private async whisper(ctx: RequestContext, { call, twiml }: Answering, turn: number): Promise<string> {
    const { language } = call.assistant;
    const transfer = await this.conversation.find(ctx, call.callKey, turn);
    const summary = transfer?.next.kind === 'transfer' ? transfer.next.summary : null;
    const text = [sentencesIn(language).whisper, summary].filter((part) => part !== null).join(' ');
    return twiml.say({ text, language });
  }
}
