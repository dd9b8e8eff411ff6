import { registerEnumType } from '@nestjs/graphql';
import { callDirections, callOutcomes, callStatuses, speakerRoles } from '../merge/call-status.js';

export const CallStatusEnum = enumOf(callStatuses);
export const CallOutcomeEnum = enumOf(callOutcomes);
export const CallDirectionEnum = enumOf(callDirections);
export const SpeakerRoleEnum = enumOf(speakerRoles);

registerEnumType(CallStatusEnum, {
  name: 'CallStatus',
  description: 'How far a call has got; it only moves forward. COMPLETED and FAILED are its ends.',
  valuesMap: {
    FAILED: { description: 'Never answered, busy, cancelled, or broken.' },
  },
});
registerEnumType(CallOutcomeEnum, {
  name: 'CallOutcome',
  description: 'What came of a call, by the reason for which it ended.',
  valuesMap: {
    ABANDONED: { description: 'Whoever called went away without a word, or before anybody answered.' },
    VOICEMAIL: { description: 'A machine picked up.' },
  },
});
registerEnumType(CallDirectionEnum, {
  name: 'CallDirection',
  description: 'Who called whom; WEB for calls without a telephone.',
});
registerEnumType(SpeakerRoleEnum, {
  name: 'SpeakerRole',
  description: 'Who speaks; TOOL for what a tool answered to the model.',
});

function enumOf<Value extends string>(values: readonly Value[]): Record<string, Value> {
  return Object.fromEntries(values.map((value) => [value, value]));
}
