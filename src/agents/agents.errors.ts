import { NotFound } from '../kernel/errors/index.js';

export class AgentNotFound extends NotFound {
  constructor(id: string) {
    super('AGENTS.AGENT_NOT_FOUND', { en: 'This agent does not exist.', fr: 'Cet agent n’existe pas.' }, id);
  }
}
