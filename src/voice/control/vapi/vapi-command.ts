import { phonePhrases } from '../../assistants/catalogue/phone-phrases.js';
import { handOverPlan } from '../../providers/vapi/hand-over-plan.js';
import type { ControlCommand } from '../control-command.js';

type Transfer = Extract<ControlCommand, { kind: 'transfer' }>;

/** Only over these does Vapi tell whoever takes the call what it is about, and take the caller back where nobody does. */
const warmProviders: ReadonlySet<string> = new Set(['twilio', 'vapi']);

/**
 * A command as Vapi takes it on the control address of a call: https://docs.vapi.ai/calls/call-features
 *
 * @param provider Who carries the call.
 */
export function vapiCommand(command: ControlCommand, provider: string | null): object {
  switch (command.kind) {
    case 'say':
      return { type: 'say', content: command.text, endCallAfterSpoken: false };
    case 'mute':
      return { type: 'control', control: command.muted ? 'mute-assistant' : 'unmute-assistant' };
    case 'transfer':
      return transfer(command, warmProviders.has(provider ?? ''));
    case 'end':
      return { type: 'end-call' };
  }
}

function transfer({ to, language }: Transfer, warm: boolean): object {
  const transferPlan = warm ? handOverPlan(language) : { mode: 'blind-transfer' };
  const { transfer: message } = phonePhrases(language);
  return { type: 'transfer', destination: { type: 'number', number: to, message, transferPlan } };
}
