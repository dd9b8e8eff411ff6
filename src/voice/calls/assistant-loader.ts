import { Injectable } from '@nestjs/common';
import { inKeyOrder, RequestLoader, type GraphqlContext } from '../../kernel/graphql/index.js';
import { toVoiceAssistantType, type VoiceAssistantType } from '../assistants/graphql/voice-assistant.type.js';
import { VoiceAssistants } from '../assistants/voice-assistants.js';

/** Assistants for the fields of calls: one query for a whole list. */
@Injectable()
export class AssistantLoader {
  readonly #assistants = new RequestLoader<string, VoiceAssistantType | null>(async (ctx, ids) => {
    const found = inKeyOrder(ids, await this.assistants.findByIds(ctx, ids), ({ id }) => id);
    return found.map((assistant) => assistant && toVoiceAssistantType(assistant));
  });

  constructor(private readonly assistants: VoiceAssistants) {}

  /** @param id The database's id; a deleted assistant is found too. */
  load(context: GraphqlContext, id: string): Promise<VoiceAssistantType | null> {
    return this.#assistants.load(context, id);
  }
}
