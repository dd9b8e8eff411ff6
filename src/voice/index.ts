export { VoiceAssistants, type AssistantOwner, type AssistantOwners } from './assistants/voice-assistants.js';
export { VoiceApiModule } from './voice.api.module.js';
export { VoiceModule } from './voice.module.js';
export { VoiceWorkerModule } from './voice.worker.module.js';
