import { Injectable } from '@nestjs/common';
import { phonePhrases } from '../../assistants/catalogue/phone-phrases.js';
import { Config, runtimeConfig } from '../../../kernel/config/index.js';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { TurnStore } from '../../conversation/turn-store.js';
import { phoneVoice } from '../../providers/twilio/answering/phone-voices.js';
import type { ControlCommand } from '../control-command.js';

type Transfer = Extract<ControlCommand, { kind: 'transfer' }>;

export interface DialledCall {
  /** By which its conversation is kept. */
  callKey: string;
  /** The business's number, which whoever is called sees. */
  line: string | null;
}

const ringSeconds = 25;

/**
 * What a call does that is put through by hand: it calls the person, and asks this server once that is over. There the
 * conversation goes on, so that a caller whom nobody answers may leave a message.
 */
@Injectable()
export class TransferTwiml {
  constructor(
    private readonly config: Config,
    private readonly turns: TurnStore,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async write(ctx: RequestContext, { callKey, line }: DialledCall, { to, language }: Transfer): Promise<string> {
    const { default: VoiceResponse } = await import('twilio/lib/twiml/VoiceResponse.js');
    const action = await this.afterwards(ctx, callKey);
    const { voice, speaks } = phoneVoice(language);
    const response = new VoiceResponse();
    response.say({ voice, language: speaks }, phonePhrases(language).transfer);
    const callerId = line === null ? {} : { callerId: line };
    response.dial({ action, method: 'POST', timeout: ringSeconds, ...callerId }).number(to);
    return response.toString();
  }

  /** The turn after the last one; the whole address, since Twilio has none that it could be relative to. */
  private async afterwards(ctx: RequestContext, callKey: string): Promise<string> {
    const turns = await this.unitOfWork.run(ctx, (tx) => this.turns.list(tx, callKey));
    const { publicUrl, port } = this.config.get(runtimeConfig);
    const next = (turns.at(-1)?.turn ?? 0) + 1;
    return `${publicUrl ?? `http://localhost:${port}`}/api/voice/webhook/process?dial=${next}`;
  }
}
