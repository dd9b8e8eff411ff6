import { Injectable } from '@nestjs/common';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { targetOf } from './line-target.js';
import type { Routing } from './phone-line.repository.js';
import type { ActiveLine } from './phone-line.js';
import { TwilioLines } from './vendor/twilio-lines.js';
import { VapiLines } from './vendor/vapi-lines.js';

type Led = Omit<Routing, 'assistantId'>;

/** Makes a line lead where its assistant answers, at Twilio and at Vapi. Doing it again writes nothing there. */
@Injectable()
export class LineRouter {
  constructor(
    private readonly twilio: TwilioLines,
    private readonly vapi: VapiLines,
  ) {}

  /** @throws NumberNotInAccount, NumberNotRouted, LineRefused, TwilioNotConnected, VapiNotConnected, HttpFailure */
  async lead(ctx: RequestContext, line: ActiveLine, assistant: VoiceAssistant | null): Promise<Led> {
    const target = targetOf(assistant);
    switch (target.to) {
      case 'NOWHERE':
        return this.nowhere(ctx, line);
      case 'WAITING':
        return { routedTo: line.routedTo, vapiPhoneNumberId: line.vapiPhoneNumberId };
      case 'TWILIO':
        return this.here(ctx, line);
      case 'VAPI': {
        const vapiPhoneNumberId = await this.vapi.assign(ctx, line, target.assistantId);
        await this.twilio.leadToVapi(ctx, line);
        return { routedTo: 'VAPI', vapiPhoneNumberId };
      }
    }
  }

  /** Leaves nothing of ours: the number is gone from Vapi, and at Twilio as it was. */
  async clear(ctx: RequestContext, line: ActiveLine): Promise<void> {
    if (isAtVapi(line)) await this.vapi.remove(ctx, line);
    await this.twilio.restore(ctx, line);
  }

  private async here(ctx: RequestContext, line: ActiveLine): Promise<Led> {
    // Else Vapi, which knows the number still, could write its own address on it again.
    if (isAtVapi(line)) await this.vapi.remove(ctx, line);
    await this.twilio.leadHere(ctx, line);
    return { routedTo: 'TWILIO', vapiPhoneNumberId: null };
  }

  private async nowhere(ctx: RequestContext, line: ActiveLine): Promise<Led> {
    const { vapiPhoneNumberId } = line;
    if (isAtVapi(line) && (await this.vapi.unassign(ctx, line))) return { routedTo: 'VAPI', vapiPhoneNumberId };
    if (isAtVapi(line) || line.routedTo !== null) await this.clear(ctx, line);
    return { routedTo: null, vapiPhoneNumberId: null };
  }
}

function isAtVapi({ routedTo, vapiPhoneNumberId }: ActiveLine): boolean {
  return routedTo === 'VAPI' || vapiPhoneNumberId !== null;
}
