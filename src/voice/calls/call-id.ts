import { fromGlobalId } from '../../kernel/graphql/index.js';
import { CallNotFound } from './calls.errors.js';

/** What the ids of calls start with: `call_<uuid>`. */
export const callPrefix = 'call';

/** @throws CallNotFound for what is no id of a call. */
export function fromCallId(id: string): string {
  return fromGlobalId(callPrefix, id, () => new CallNotFound(id));
}
