import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale } from '../../kernel/errors/index.js';
import { callFacts, rank } from '../calls/merge/call-facts.js';
import { earliest, highest, latest } from '../calls/merge/evidence.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from './voice-tool.js';

const input = z.object({
  reason: z
    .string()
    .trim()
    .max(1000)
    .optional()
    .describe('Why the caller wants a person, in one sentence, for that person to read.'),
});

const connecting = {
  en: 'I am putting you through to a colleague, please hold the line.',
  fr: 'Je vous mets en relation avec un collègue, ne quittez pas.',
};
const nobody = {
  en: 'Nobody can take the call right now. Would you like to leave a message?',
  fr: 'Personne ne peut prendre l’appel pour le moment. Souhaitez-vous laisser un message ?',
};

/** Puts the caller through to the assistant's transfer number; where it has none, offers to take a message. */
@VoiceTool({
  name: 'transfer_to_human',
  label: { en: 'Put through to a person', fr: 'Transférer à une personne' },
  description:
    'Puts the caller through to a person of the business. Use it when the caller asks for a person, complains, or needs ' +
    'something that you cannot do. Say what the tool answers; when nobody can take the call, offer to take a message.',
  input,
})
export class TransferToHumanTool implements VoiceToolContract<z.output<typeof input>> {
  constructor(private readonly calls: CallRecorder) {}

  async run(ctx: RequestContext, { reason }: z.output<typeof input>, invocation: ToolInvocation): Promise<string> {
    const to = invocation.assistant?.transferNumber;
    if (!to) return inLocale(nobody, ctx.locale);
    const { at } = invocation;
    const request = callFacts(invocation.callKey, {
      registers: {
        [`transfer.status:${to}`]: highest(rank.snapshot, 'requested'),
        [`transfer.at:${to}`]: earliest(rank.event, at, at),
        [`transfer.summary:${to}`]: reason ? latest(rank.snapshot, at, reason) : undefined,
      },
    });
    await this.calls.record(ctx, [invocation.facts, request]);
    return inLocale(connecting, ctx.locale);
  }
}
