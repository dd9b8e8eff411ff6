import type { ToolOwner } from '../../voice/index.js';

type Tool = ToolOwner['tools'][number];

const own = [
  'availability_read',
  'appointment_read',
  'appointment_create',
  'appointment_update',
  'appointment_cancel',
  'user_read',
  'user_create',
  'user_update',
];
const ofVapi = ['google.calendar.availability.check', 'google.calendar.event.create'];

/** The calendar’s tools, with what the owner of the assistant has written for them. */
export function calendarTools(declared: readonly Tool[], native: boolean): Tool[] {
  const silent = { sayOnStart: null, sayOnDone: null, sayOnFailure: null };
  return [
    ...own.map((key) => ({ key, kind: 'OURS' as const, ...silent })),
    ...(native ? ofVapi : []).map((key) => ({ key, kind: 'VAPI_NATIVE' as const, ...silent })),
  ].map((tool) => declared.find(({ key }) => key === tool.key) ?? tool);
}
