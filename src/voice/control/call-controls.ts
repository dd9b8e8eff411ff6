import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import { CallControl, type ControlledCall } from './call-control.js';
import type { ControlCommand } from './control-command.js';
import { TwilioCallControl } from './twilio/twilio-call-control.js';
import { VapiCallControl } from './vapi/vapi-call-control.js';

/** Each call is controlled by whoever carries it. */
@Injectable()
export class CallControls extends CallControl {
  constructor(
    private readonly vapi: VapiCallControl,
    private readonly twilio: TwilioCallControl,
  ) {
    super();
  }

  override send(ctx: RequestContext, call: ControlledCall, command: ControlCommand): Promise<void> {
    return (isVapis(call) ? this.vapi : this.twilio).send(ctx, call, command);
  }
}

/** A call that this server answers by itself is known by Twilio's id alone. */
function isVapis({ vapiCallId, twilioCallSid }: ControlledCall): boolean {
  return vapiCallId !== null && vapiCallId !== twilioCallSid;
}
