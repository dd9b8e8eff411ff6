import { z } from 'zod';
import { defineEvent, defineTopic } from '../../kernel/events/index.js';

const assistantFacts = z.object({ assistantId: z.uuid() });
export type AssistantDeclared = z.infer<typeof assistantFacts>;

/** An assistant has been made, changed or deleted here by whoever may: where it answers has to follow. */
export const assistantDeclared = defineEvent('voice.assistant-declared', assistantFacts);

/** Something in an assistant's row has changed. */
export const assistantChanged = defineTopic('voice.assistant', assistantFacts);
