import type VoiceResponse from 'twilio/lib/twiml/VoiceResponse.js';
import { speakable } from '../../../conversation/spoken-text.js';
import { phoneVoice } from './phone-voices.js';

export interface Said {
  text: string;
  /** BCP 47. */
  language: string;
}

export interface Dialled {
  to: string;
  /** The number that the colleague sees. */
  from: string | null;
  /** Asked once it is over. */
  action: string;
  /** What the colleague hears first. */
  whisper: string;
}

/** Seconds without a word after which a caller is taken to be silent. */
const silenceSeconds = 6;
const ringSeconds = 25;

/** The documents that Twilio follows. Attributes and texts are escaped by Twilio's own library, which is loaded when used. */
export class Twiml {
  private constructor(private readonly Response: typeof VoiceResponse) {}

  static async load(): Promise<Twiml> {
    const { default: Response } = await import('twilio/lib/twiml/VoiceResponse.js');
    return new Twiml(Response);
  }

  /** Speaks, and listens while it speaks: a caller may interrupt. */
  listen(said: Said, action: string): string {
    const { understands, speechModel } = phoneVoice(said.language);
    const response = new this.Response();
    const gather = response.gather({
      input: ['speech'],
      language: understands,
      // A model that is named wants seconds; without one Twilio finds the end of a sentence by itself.
      ...(speechModel ? { speechModel, speechTimeout: '2' } : { speechTimeout: 'auto' }),
      timeout: silenceSeconds,
      profanityFilter: false,
      bargeIn: true,
      actionOnEmptyResult: true,
      action,
      method: 'POST',
    });
    speak(gather, said);
    return response.toString();
  }

  /** Speaks, and ends the call. */
  hangUp(...all: readonly Said[]): string {
    const response = new this.Response();
    for (const said of all) speak(response, said);
    response.hangup();
    return response.toString();
  }

  /** Speaks, and asks again elsewhere. */
  wait(said: Said, address: string): string {
    const response = new this.Response();
    speak(response, said);
    response.redirect({ method: 'POST' }, address);
    return response.toString();
  }

  /** Speaks, and calls somebody else. */
  dial(said: Said, { to, from, action, whisper }: Dialled): string {
    const response = new this.Response();
    speak(response, said);
    const dial = response.dial({
      action,
      method: 'POST',
      timeout: ringSeconds,
      ...(from !== null && { callerId: from }),
    });
    dial.number({ url: whisper, method: 'POST' }, to);
    return response.toString();
  }

  /** Speaks, and lets the call go on. */
  say(said: Said): string {
    const response = new this.Response();
    speak(response, said);
    return response.toString();
  }
}

function speak(into: Pick<VoiceResponse, 'say'>, { text, language }: Said): void {
  const words = speakable(text).trim();
  if (words === '') return;
  const { voice, speaks } = phoneVoice(language);
  into.say({ voice, language: speaks }, words);
}
