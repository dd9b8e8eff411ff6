import { Accounts1763700002000 } from './1763700002000-accounts.js';
import { Agents1763700010000 } from './1763700010000-agents.js';
import { Alerts1763700021000 } from './1763700021000-alerts.js';
import { AuditAndIdempotency1763700003000 } from './1763700003000-audit-and-idempotency.js';
import { Calendar1763700015000 } from './1763700015000-calendar.js';
import { Calls1763700007000 } from './1763700007000-calls.js';
import { Contacts1763700004000 } from './1763700004000-contacts.js';
import { ConnectionDiagnoses1763700023000 } from './1763700023000-connection-diagnoses.js';
import { Conversations1763700022000 } from './1763700022000-conversations.js';
import { DroppedToolCalls1763700008300 } from './1763700008300-dropped-tool-calls.js';
import { Integrations1763700011000 } from './1763700011000-integrations.js';
import { KeyRotation1763700012000 } from './1763700012000-key-rotation.js';
import { KeyRotationProgress1763700013000 } from './1763700013000-key-rotation-progress.js';
import { OutgoingMails1763700009000 } from './1763700009000-outgoing-mails.js';
import { PendingWebhooks1763700008100 } from './1763700008100-pending-webhooks.js';
import { Provisioning1763700017000 } from './1763700017000-provisioning.js';
import { CallReconciliation1763700024000 } from './1763700024000-call-reconciliation.js';
import { ReconciledCalls1763700008200 } from './1763700008200-reconciled-calls.js';
import { PhoneLines1763700018000 } from './1763700018000-phone-lines.js';
import { Prices1763700020000 } from './1763700020000-prices.js';
import { Roles1763700000000 } from './1763700000000-roles.js';
import { UnprovenIdentities1763700016000 } from './1763700016000-unproven-identities.js';
import { Usage1763700008000 } from './1763700008000-usage.js';
import { VoiceAssistants1763700006000 } from './1763700006000-voice-assistants.js';
import { Webhooks1763700005000 } from './1763700005000-webhooks.js';
import { WorkspaceAccounts1763700014000 } from './1763700014000-workspace-accounts.js';
import { Workspaces1763700001000 } from './1763700001000-workspaces.js';

/** Every migration, oldest first. */
export const migrations = [
  Roles1763700000000,
  Workspaces1763700001000,
  Accounts1763700002000,
  AuditAndIdempotency1763700003000,
  Contacts1763700004000,
  Webhooks1763700005000,
  VoiceAssistants1763700006000,
  Calls1763700007000,
  Usage1763700008000,
  PendingWebhooks1763700008100,
  ReconciledCalls1763700008200,
  DroppedToolCalls1763700008300,
  OutgoingMails1763700009000,
  Agents1763700010000,
  Integrations1763700011000,
  KeyRotation1763700012000,
  KeyRotationProgress1763700013000,
  WorkspaceAccounts1763700014000,
  Calendar1763700015000,
  UnprovenIdentities1763700016000,
  Provisioning1763700017000,
  PhoneLines1763700018000,
  Prices1763700020000,
  Alerts1763700021000,
  Conversations1763700022000,
  ConnectionDiagnoses1763700023000,
  CallReconciliation1763700024000,
];
