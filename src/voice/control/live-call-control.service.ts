import { Injectable } from '@nestjs/common';
import { assertWorkspaceEntered, AuditTrail } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';
import { CallsService } from '../calls/calls.service.js';
import type { CallType } from '../calls/graphql/call.type.js';
import { callFacts, rank } from '../calls/merge/call-facts.js';
import type { CallStatus } from '../calls/merge/call-status.js';
import { earliest, highest } from '../calls/merge/evidence.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { oneLine } from '../tools/spoken.js';
import { CallControls } from './call-controls.js';
import type { ControlCommand } from './control-command.js';
import { CallNotGoingOn, NothingToSay } from './control.errors.js';
import { assertDialled } from './dialled-number.js';

/** As much as a caller will listen to. */
const longestText = 1_000;

const goingOn: ReadonlySet<CallStatus> = new Set(['IN_PROGRESS', 'FORWARDING']);

/** What people of the workspace do in calls that go on. Each gives the call as it is on record; what comes of it, events tell. */
@Injectable()
export class LiveCallControl {
  constructor(
    private readonly calls: CallsService,
    private readonly controls: CallControls,
    private readonly assistants: VoiceAssistants,
    private readonly recorder: CallRecorder,
    private readonly unitOfWork: UnitOfWork,
    private readonly audit: AuditTrail,
  ) {}

  /** The assistant says it as soon as it has finished its own sentence. @throws NothingToSay, and as `order` does */
  async say(ctx: RequestContext, callId: string, said: string): Promise<CallType> {
    const text = oneLine(said);
    if (text === '' || text.length > longestText) throw new NothingToSay(longestText);
    return this.order(ctx, callId, () => ({ kind: 'say', text }));
  }

  /** A muted assistant hears, and says nothing until it is unmuted. @throws as `order` does */
  mute(ctx: RequestContext, callId: string, muted: boolean): Promise<CallType> {
    return this.order(ctx, callId, () => ({ kind: 'mute', muted }));
  }

  /** Puts the caller through to a person. @param to E.164. @throws NumberNotDialled, and as `order` does */
  async transfer(ctx: RequestContext, callId: string, to: string): Promise<CallType> {
    assertDialled(to, 'to');
    const call = await this.order(ctx, callId, async ({ assistantId }) => ({
      kind: 'transfer',
      to,
      language: await this.languageOf(ctx, assistantId),
    }));
    await this.noteTransfer(ctx, call, to);
    return this.calls.get(ctx, callId);
  }

  /** Hangs up. @throws as `order` does */
  end(ctx: RequestContext, callId: string): Promise<CallType> {
    return this.order(ctx, callId, () => ({ kind: 'end' }));
  }

  /**
   * Noted before it is given: afterwards this process may be gone, and the caller has heard it all the same.
   *
   * @throws CallNotFound, CallNotGoingOn, WorkspaceNotEntered, and as `CallControl.send` does
   */
  private async order(ctx: RequestContext, callId: string, commandFor: CommandFor): Promise<CallType> {
    assertWorkspaceEntered(ctx);
    const call = await this.calls.get(ctx, callId);
    if (!goingOn.has(call.status)) throw new CallNotGoingOn(call.status);
    const command = await commandFor(call);
    const details = { command: nameOf(command) };
    await this.unitOfWork.run(ctx, (tx) =>
      this.audit.record(tx, { action: 'call.command_given', targetId: call.id, details }),
    );
    await this.controls.send(ctx, call, command);
    return this.calls.get(ctx, callId);
  }

  private async languageOf(ctx: RequestContext, assistantId: string | null): Promise<string> {
    const [assistant] = assistantId === null ? [] : await this.assistants.findByIds(ctx, [assistantId]);
    return assistant?.language ?? ctx.locale;
  }

  /** As the assistant's own transfers begin; the platform's events tell how it went. */
  private async noteTransfer(ctx: RequestContext, { callKey }: CallType, to: string): Promise<void> {
    if (callKey === null) return;
    const at = Date.now();
    const facts = callFacts(callKey, {
      registers: {
        [`transfer.status:${to}`]: highest(rank.snapshot, 'requested'),
        [`transfer.at:${to}`]: earliest(rank.event, at, at),
      },
    });
    await this.unitOfWork.run(ctx, (tx) => this.recorder.record(tx, [facts]));
  }
}

type CommandFor = (call: CallType) => ControlCommand | Promise<ControlCommand>;

/** For the log, which is never erased: what was done, not what was said nor to whom. */
function nameOf(command: ControlCommand): string {
  if (command.kind === 'mute') return command.muted ? 'mute' : 'unmute';
  return command.kind;
}
