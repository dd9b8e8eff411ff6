import { Injectable } from '@nestjs/common';
import { ClientDirectory } from '../../contacts/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { Cursors, toPage, type Page, type PageRequest } from '../../kernel/graphql/index.js';
import { toVoiceAssistantType, type VoiceAssistantType } from './graphql/voice-assistant.type.js';
import { VoiceAssistantRepository, type AssistantSearch } from './voice-assistant.repository.js';

const cursors = new Cursors('assistants', 'moment');

/** Assistants as clients of the API list them; deleted ones do not appear. */
@Injectable()
export class AssistantLists {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: VoiceAssistantRepository,
    private readonly clients: ClientDirectory,
  ) {}

  /** Newest first; `words` are looked for in names, clients' names and numbers, whatever accents and case. */
  page(ctx: RequestContext, request: PageRequest, words: string | undefined): Promise<Page<VoiceAssistantType>> {
    const after = request.after === undefined ? null : cursors.decode(ctx, request.after);
    return this.unitOfWork.run(ctx, async (tx) => {
      const search = await this.searchFor(tx, words);
      const rows = await this.repository.findPage(tx, { search, after, limit: request.first + 1 });
      return toPage({
        request,
        rows,
        toNode: ({ assistant }) => toVoiceAssistantType(assistant),
        cursorOf: ({ assistant, position }) => cursors.encode(ctx, { key: position, id: assistant.id }),
        countAll: () => this.unitOfWork.run(ctx, (counting) => this.repository.count(counting, search)),
      });
    });
  }

  /** @returns null for an assistant that is deleted or another workspace's. */
  async find(ctx: RequestContext, id: string): Promise<VoiceAssistantType | null> {
    const assistant = await this.unitOfWork.run(ctx, (tx) => this.repository.findActive(tx, id));
    return assistant && toVoiceAssistantType(assistant);
  }

  private async searchFor(ctx: RequestContext, words: string | undefined): Promise<AssistantSearch | undefined> {
    if (words === undefined || words.trim() === '') return undefined;
    return { words, clientIds: await this.clients.search(ctx, words) };
  }
}
