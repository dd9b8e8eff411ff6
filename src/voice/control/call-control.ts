import type { RequestContext } from '../../kernel/context/index.js';
import type { CallType } from '../calls/graphql/call.type.js';
import type { ControlCommand } from './control-command.js';

/** A call that goes on, as far as whoever carries it has to know. */
export type ControlledCall = Pick<CallType, 'uuid' | 'vapiCallId' | 'twilioCallSid'>;

/** Gives commands to whoever carries a call: Vapi, or Twilio where this server answers by itself. */
export abstract class CallControl {
  /**
   * @param ctx of the workspace that the call belongs to.
   * @returns once the command has been taken.
   * @throws AppError that says why it was not: CommandRefused, CommandUncertain, CallNotControllable, …
   */
  abstract send(ctx: RequestContext, call: ControlledCall, command: ControlCommand): Promise<void>;
}
