import { Injectable } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import type { RequestContext } from '../../../kernel/context/index.js';
import { AssistantAnnouncer } from '../../assistants/assistant-announcer.js';
import type { VoiceAssistant } from '../../assistants/voice-assistant.entity.js';
import { VoiceAssistantRepository } from '../../assistants/voice-assistant.repository.js';
import { AlreadyImported } from '../../providers/vapi/provisioning/provisioning.errors.js';

/** Of the index that lets an assistant at Vapi be declared once, in whichever workspace. */
const oncePerVapi = 'voice_assistants_vapi';

/** Stores assistants that stand at Vapi already. */
@Injectable()
export class AssistantRows {
  constructor(
    private readonly repository: VoiceAssistantRepository,
    private readonly announcer: AssistantAnnouncer,
  ) {}

  /** No job follows: what stands at Vapi stays. @throws AlreadyImported */
  async insert(tx: RequestContext, assistant: VoiceAssistant): Promise<void> {
    try {
      await this.repository.save(tx, assistant);
    } catch (error) {
      if (error instanceof QueryFailedError && constraintOf(error.driverError) === oncePerVapi)
        throw new AlreadyImported();
      throw error;
    }
    this.announcer.changed(tx, assistant.id);
  }
}

function constraintOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'constraint' in error ? error.constraint : undefined;
}
