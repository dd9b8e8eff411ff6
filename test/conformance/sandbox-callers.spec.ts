import 'reflect-metadata';
import { AppointmentCancelTool } from '../../src/calendar/tools/appointment-cancel.tool.js';
import { AppointmentCreateTool } from '../../src/calendar/tools/appointment-create.tool.js';
import { AppointmentReadTool } from '../../src/calendar/tools/appointment-read.tool.js';
import { AppointmentUpdateTool } from '../../src/calendar/tools/appointment-update.tool.js';
import { AvailabilityReadTool } from '../../src/calendar/tools/availability-read.tool.js';
import { readMoment } from '../../src/calendar/speech/read-moment.js';
import { sayDay } from '../../src/calendar/speech/say-moment.js';
import { leGourmet, leGourmetEventTypes } from '../../src/sandbox/index.js';
import { isOpen } from '../../src/sandbox/calcom/slots/opening-hours.js';
import { definitionOf } from '../../src/sandbox/caller/tool-definitions.js';
import { eveningOf } from '../../src/sandbox/scenarios/evening.js';
import { parametersOf } from '../../src/voice/tools/tool.registry.js';
import { voiceToolKey, type VoiceToolDefinition } from '../../src/voice/tools/voice-tool.js';

const { timeZone } = leGourmet;
const [{ schedule }] = leGourmetEventTypes;
const hourMs = 3_600_000;

describe('the evening that the sandbox’s callers ask for', () => {
  // Each hour of a year and a bit, at another minute each time.
  const hours = Array.from({ length: 9_500 }, (_, hour) => new Date(Date.UTC(2026, 10, 1) + hour * hourMs * 1.01));

  it.each(['20 heures', '20 heures 30'])(
    'is understood by the server, ahead and open, whenever it is asked for',
    (time) => {
      const faults = hours.flatMap((now) => {
        const { said, day, date } = eveningOf({ startsAt: now });
        const how = { now, timeZone, locale: 'fr' as const };
        const [bySaid, byDate] = [said, date].map((words) => readMoment(`${words} à ${time}`, how));
        if (bySaid?.kind !== 'instant' || byDate?.kind !== 'instant') return [`${now.toISOString()} ${said} ${date}`];
        const startMs = bySaid.start.getTime();
        const isSame = byDate.start.getTime() === startMs && sayDay(bySaid.start, how) === day;
        const isAhead = startMs - now.getTime() >= hourMs / 2;
        return isSame && isAhead && isOpen(schedule, { startMs, endMs: startMs + 1.5 * hourMs })
          ? []
          : [`${now.toISOString()} ${said} ${date} ${bySaid.start.toISOString()}`];
      });
      expect(faults).toEqual([]);
    },
  );
});

describe('the calendar tools as the sandbox’s assistant has them', () => {
  const tools = [
    AvailabilityReadTool,
    AppointmentCreateTool,
    AppointmentReadTool,
    AppointmentUpdateTool,
    AppointmentCancelTool,
  ].map((tool) => Reflect.getMetadata(voiceToolKey, tool) as VoiceToolDefinition);

  it.each(tools)('have no parameter that $name does not have', (tool) => {
    const { properties } = parametersOf(tool) as { properties: Record<string, unknown> };
    const known = Object.keys(definitionOf(tool.name).function.parameters.properties);
    expect(known).not.toEqual([]);
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(known));
  });
});
