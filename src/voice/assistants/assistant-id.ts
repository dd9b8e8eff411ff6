import { fromGlobalId, toGlobalId } from '../../kernel/graphql/index.js';
import { AssistantNotFound } from './assistants.errors.js';

/** What the ids of assistants start with: `assistant_<uuid>`. */
export const assistantPrefix = 'assistant';

export function toAssistantId(id: string): string {
  return toGlobalId(assistantPrefix, id);
}

/** @throws AssistantNotFound for what is no id of an assistant. */
export function fromAssistantId(id: string): string {
  return fromGlobalId(assistantPrefix, id, () => new AssistantNotFound(id));
}

/** Of an argument that may be left out. The empty text is no id, and does not stand for all assistants either. */
export function fromAssistantIdIfGiven(id: string | null | undefined): string | undefined {
  return id === null || id === undefined ? undefined : fromAssistantId(id);
}
