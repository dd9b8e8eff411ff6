export { AlertsApiModule } from './alerts/alerts.api.module.js';
export { AlertsWorkerModule } from './alerts/alerts.worker.module.js';
export { fromAssistantId, toAssistantId } from './assistants/assistant-id.js';
export { toVoiceAssistantType, VoiceAssistantType } from './assistants/graphql/voice-assistant.type.js';
export { VoiceAssistants, type AssistantOwner, type AssistantOwners } from './assistants/voice-assistants.js';
export { CallRecorder } from './calls/record/call-recorder.js';
export { callPrefix, fromCallId } from './calls/call-id.js';
export { CallIds } from './calls/call-ids.js';
export { CallLoader } from './calls/call-loader.js';
export { callEnded, type CallEnded } from './calls/calls.events.js';
export { CallControlApiModule } from './control/call-control.api.module.js';
export { CallType } from './calls/graphql/call.type.js';
export type { Chain } from './diagnosis/chain.js';
export { ConnectionCheck, type ConnectionCheckContract } from './diagnosis/connection-check.js';
export { ConnectionRepair, type ConnectionRepairContract, type RepairTarget } from './diagnosis/connection-repair.js';
export { RepairOutdated } from './diagnosis/diagnosis.errors.js';
export { fail, pass, skipped, warn, type Finding } from './diagnosis/finding.js';
export type { RepairOffer } from './diagnosis/repair-offer.js';
export { DiagnosisApiModule } from './diagnosis/diagnosis.api.module.js';
export { DiagnosisWorkerModule } from './diagnosis/diagnosis.worker.module.js';
export { LinesApiModule } from './lines/lines.api.module.js';
export { NativeTool, type NativeToolContract, type NativeToolUse } from './native-tools/native-tool.js';
export type { LiveAssistant } from './providers/vapi/provisioning/live-account.js';
export type { ToolPlan } from './providers/vapi/provisioning/plan-tools.js';
export { ServerProofs, type ServerProof } from './providers/vapi/provisioning/server-proof.js';
export { AnsweringModule } from './providers/twilio/answering/answering.module.js';
export { VapiAccounts, type VapiAccount } from './providers/vapi/provisioning/vapi-accounts.js';
export type { VapiApi } from './providers/vapi/provisioning/vapi-api.js';
export { VapiProvisioningModule } from './providers/vapi/provisioning/vapi-provisioning.module.js';
export { VapiToolSet, type ToolSetReview } from './providers/vapi/provisioning/vapi-tool-set.js';
export { VapiTools, type ToolOwner } from './providers/vapi/provisioning/vapi-tools.js';
export type { VapiToolBody, VapiToolServer } from './providers/vapi/provisioning/tool-body.js';
export { ProvisioningApiModule } from './provisioning/provisioning.api.module.js';
export { ProvisioningWorkerModule } from './provisioning/provisioning.worker.module.js';
export { ReconciliationWorkerModule } from './reconciliation/reconciliation.worker.module.js';
export { ToolTimes, type ToolTimesQuestion } from './tools/tool-times.js';
export {
  VoiceTool,
  type ActedInvocation,
  type ToolInvocation,
  type VoiceToolContract,
  type VoiceToolDefinition,
} from './tools/voice-tool.js';
export { VoiceApiModule } from './voice.api.module.js';
export { VoiceModule } from './voice.module.js';
export { VoiceWorkerModule } from './voice.worker.module.js';
