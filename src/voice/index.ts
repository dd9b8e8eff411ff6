export { VoiceAssistants, type AssistantOwner, type AssistantOwners } from './assistants/voice-assistants.js';
export { callEnded, type CallEnded } from './calls/calls.events.js';
export {
  VoiceTool,
  type ToolInvocation,
  type VoiceToolContract,
  type VoiceToolDefinition,
} from './tools/voice-tool.js';
export { VoiceApiModule } from './voice.api.module.js';
export { VoiceModule } from './voice.module.js';
export { VoiceWorkerModule } from './voice.worker.module.js';
