import { z } from 'zod';
import { uuidv7, type RequestContext } from '../../kernel/context/index.js';
import { sql } from '../../kernel/database/index.js';
import { inLocale } from '../../kernel/errors/index.js';
import { toE164 } from '../calls/merge/phone-identity.js';
import { CallRecorder } from '../calls/record/call-recorder.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from './voice-tool.js';

const input = z.object({
  text: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .describe('The message, in full sentences, as the caller wants it passed on.'),
  name: z.string().trim().max(120).optional().describe('Who the message is from.'),
  callback: z
    .string()
    .trim()
    .max(60)
    .optional()
    .describe(
      'The number to call back, with country code if the caller gave one. Leave out to use the number of this call.',
    ),
});

const store = {
  name: 'call-messages-store',
  text: `INSERT INTO call_messages (id, workspace_id, call_id, tool_call_id, name, callback, text)
    VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
};

const thanks = {
  en: 'Thank you, your message is noted and will be passed on.',
  fr: 'Merci, votre message est noté et sera transmis.',
};

/** Takes a message for a person; it stands on the call, in `Call.messages`. */
@VoiceTool({
  name: 'leave_message',
  label: { en: 'Take a message', fr: 'Prendre un message' },
  description:
    'Takes a message from the caller for a person of the business. Use it when nobody can be reached, when the caller asks ' +
    'to be called back, or when you cannot help. Ask for the message first, and for the name if the caller has not given it.',
  input,
})
export class LeaveMessageTool implements VoiceToolContract<z.output<typeof input>> {
  constructor(private readonly calls: CallRecorder) {}

  async run(ctx: RequestContext, told: z.output<typeof input>, invocation: ToolInvocation): Promise<string> {
    const { callKey, toolCallId, facts } = invocation;
    const callId = (await this.calls.record(ctx, [facts])).get(callKey);
    const callback = callbackNumber(told.callback, invocation);
    const text = callback === null && told.callback ? `${told.text} (${told.callback})` : told.text;
    const message = [told.name || null, callback, text];
    await sql(ctx, store, [uuidv7(), ctx.workspaceId, callId, toolCallId, ...message]);
    return inLocale(thanks, ctx.locale);
  }
}

const frenchNational = /^0[1-9]\d{8}$/;

/** E.164. Callers say a number as it is dialled in their country; where that is not sure, it stays part of the text. */
function callbackNumber(said: string | undefined, { callerNumber, assistant }: ToolInvocation): string | null {
  if (!said) return callerNumber;
  const digits = said.replace(/[\s().-]/g, '');
  const french = (callerNumber ?? assistant?.phoneNumber)?.startsWith('+33') === true;
  return french && frenchNational.test(digits) ? `+33${digits.slice(1)}` : toE164(said);
}
