import type { RequestContext } from '../../kernel/context/index.js';
import type { VoiceAssistant } from '../assistants/voice-assistant.entity.js';

/**
 * Lets the telephone lines of an assistant ring where it answers now: at Vapi, at this server, or nowhere while it is
 * inactive or deleted. Provisioning asks for it whenever the assistant has been put in order; asking again changes nothing.
 */
export abstract class LineAssignments {
  abstract assign(ctx: RequestContext, assistant: VoiceAssistant): Promise<void>;
}
