/** As in the contract, in the order in which a call goes through them; the last two are ends. */
export const callStatuses = ['QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING', 'COMPLETED', 'FAILED'] as const;
export type CallStatus = (typeof callStatuses)[number];

export const callOutcomes = [
  'CONVERSATION',
  'TRANSFERRED',
  'VOICEMAIL',
  'NO_ANSWER',
  'BUSY',
  'ABANDONED',
  'CANCELLED',
  'ERROR',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const callDirections = ['INBOUND', 'OUTBOUND', 'WEB'] as const;
export type CallDirection = (typeof callDirections)[number];

export const speakerRoles = ['ASSISTANT', 'CALLER', 'SYSTEM', 'TOOL'] as const;
export type SpeakerRole = (typeof speakerRoles)[number];

/** How far a call has got, as events tell it; whether an ended one completed or failed is read from the reason. */
export const progresses = ['QUEUED', 'RINGING', 'IN_PROGRESS', 'FORWARDING', 'ENDED'] as const;
export type Progress = (typeof progresses)[number];
