import { registerEnumType } from '@nestjs/graphql';
import { personalities } from '../catalogue/personalities.js';
import { callRoutes, syncStates, toolKinds } from '../voice-assistant.entity.js';

export const CallRouteEnum = enumOf(callRoutes);
export const PersonalityEnum = enumOf(personalities);
export const SyncStateEnum = enumOf(syncStates);
export const ToolKindEnum = enumOf(toolKinds);

registerEnumType(CallRouteEnum, {
  name: 'CallRoute',
  description: 'Who answers the phone: Vapi, or this server by Twilio.',
});
registerEnumType(PersonalityEnum, { name: 'Personality', description: 'How an assistant speaks.' });
registerEnumType(SyncStateEnum, {
  name: 'SyncState',
  description: 'Whether the assistant at Vapi is as declared here; DRIFTED when somebody changed it there.',
});
registerEnumType(ToolKindEnum, { name: 'ToolKind', description: 'Who runs a tool: this server, or Vapi itself.' });

function enumOf(values: readonly string[]): Record<string, string> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
