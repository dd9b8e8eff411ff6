import type { HttpFailure } from '../../../kernel/http/index.js';
import type { AssistantDifference } from '../../assistants/voice-assistant.entity.js';
import type { LiveAssistant } from '../../providers/vapi/provisioning/live-account.js';
import type { LiveNumber } from '../../providers/vapi/provisioning/vapi-numbers.js';

/** What stands at Vapi, as far as it could be read. */
export type VapiReading = { kind: 'no account' } | { kind: 'unread'; failure: HttpFailure } | VapiState;

export interface VapiState {
  kind: 'read';
  /** Null where Vapi does not have the number, or there is none to look for. */
  number: LiveNumber | null;
  /** Null where the assistant is not there. */
  live: LiveAssistant | null;
  /** What provisioning would change; secrets are masked. */
  differences: readonly AssistantDifference[];
  /** Where events should go. */
  serverUrl: string;
}
