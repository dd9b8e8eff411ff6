import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../kernel/context/index.js';
import { UnitOfWork } from '../../../kernel/database/index.js';
import { HttpFailure, UpstreamRefused } from '../../../kernel/http/index.js';
import { PhoneLineRepository } from '../../lines/phone-line.repository.js';
import type { TwilioCall } from '../../providers/twilio/api/twilio-call.js';
import { TwilioAccounts, type TwilioAccount } from '../../providers/twilio/twilio-accounts.js';
import { CallControl, type ControlledCall } from '../call-control.js';
import type { ControlCommand } from '../control-command.js';
import {
  CallJustEnded,
  CallNotInAccount,
  CommandNotOffered,
  CommandRefused,
  CommandUncertain,
  NoAccount,
} from '../control.errors.js';
import { platformWords } from '../platform-words.js';
import { TransferTwiml } from './transfer-twiml.js';

/** As the history of the connection shows it. */
const use = 'control_call';

/** As Twilio calls them, once nothing can be done to them any more. */
const over: ReadonlySet<string> = new Set(['completed', 'busy', 'failed', 'no-answer', 'canceled']);

/** Calls that this server answers by itself: what its assistant says there is the conversation’s to choose, so they can be ended and passed on. */
@Injectable()
export class TwilioCallControl extends CallControl {
  constructor(
    private readonly accounts: TwilioAccounts,
    private readonly lines: PhoneLineRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly twiml: TransferTwiml,
  ) {
    super();
  }

  override async send(ctx: RequestContext, call: ControlledCall, command: ControlCommand): Promise<void> {
    if (command.kind !== 'end' && command.kind !== 'transfer') throw new CommandNotOffered();
    const account = await this.accounts.find(ctx);
    if (!account) throw new NoAccount('twilio');
    const live = await this.require(ctx, account, call);
    const twiml = command.kind === 'end' ? null : await this.twiml.write(ctx, dialledOn(call, live), command);
    const { calls } = account.api(use, 'urgent');
    try {
      await (twiml === null ? calls.end(live.sid) : calls.redirect(live.sid, twiml));
    } catch (error) {
      throw error instanceof HttpFailure ? meaningOf(error) : error;
    }
  }

  /** @throws CallNotInAccount, CallJustEnded */
  private async require(ctx: RequestContext, account: TwilioAccount, call: ControlledCall): Promise<TwilioCall> {
    const sid = call.twilioCallSid ?? call.vapiCallId;
    const live = sid === null ? null : await account.api(use, 'urgent').calls.find(sid);
    if (!live || (account.shared && !(await this.isOwn(ctx, live)))) throw new CallNotInAccount('Twilio');
    if (over.has(live.status ?? '')) throw new CallJustEnded();
    return live;
  }

  /** In the deployment’s account the number tells whose a call is: only one workspace has it, and proved so. */
  private async isOwn(ctx: RequestContext, { from, to }: TwilioCall): Promise<boolean> {
    return this.unitOfWork.run(ctx, async (tx) => {
      for (const number of [to, from]) if (number !== null && (await this.lines.findByNumber(tx, number))) return true;
      return false;
    });
  }
}

function dialledOn({ vapiCallId }: ControlledCall, { sid, direction, from, to }: TwilioCall) {
  return { callKey: vapiCallId ?? sid, line: direction === 'inbound' ? to : from };
}

function meaningOf(failure: HttpFailure): Error {
  if (failure instanceof UpstreamRefused) return new CommandRefused('Twilio', platformWords(failure));
  return failure.outcomeUnknown ? new CommandUncertain('Twilio', failure) : failure;
}
