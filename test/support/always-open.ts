import type { StandInEventType, StandInSchedule } from '../../src/sandbox/index.js';

/** Open at any time of any day. */
const alwaysOpen: StandInSchedule = {
  id: 1,
  name: 'Always',
  timeZone: 'Europe/Paris',
  availability: [
    {
      days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
      startTime: '00:00',
      endTime: '24:00',
    },
  ],
  overrides: [],
};

/** Half an hour at any time of any day, with a host of its own. */
export function alwaysOpenEventType(id: number, more: Partial<StandInEventType> = {}): StandInEventType {
  const username = `host-${id}`;
  const host = { id, name: `Host ${id}`, email: `${username}@example.com`, username, timeZone: 'Europe/Paris' };
  const shape = { title: 'Table', description: '', lengthInMinutes: 30, schedule: alwaysOpen, hosts: [host] as const };
  return { ...shape, id, slug: `type-${id}`, ...more };
}
