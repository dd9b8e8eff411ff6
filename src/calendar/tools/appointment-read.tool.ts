import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, type LocalizedText } from '../../kernel/errors/index.js';
import { VoiceTool, type ToolInvocation, type VoiceToolContract } from '../../voice/index.js';
import type { Appointment } from '../appointments/appointment.js';
import { readMoment } from '../speech/read-moment.js';
import { sayMoment } from '../speech/say-moment.js';
import { Say } from './conversation.js';
import { dateIn, daysWindow, dayWindow, type TimeWindow } from './day-window.js';
import { OwnAppointmentsFinder } from './own-appointments.js';
import { referenceOf } from './reference.js';
import { listed, sentences } from './sentences.js';
import { spokenText } from './spoken-arguments.js';

const input = z.looseObject({
  userId: spokenText(100).describe('Not needed: a caller sees their own appointments only.'),
  startDate: spokenText(200).describe(
    'The day, or the first day, in the caller’s own words: "demain", "cette semaine". Leave out for all that are to come.',
  ),
  endDate: spokenText(200).describe('The last day, if the caller names one.'),
});
type Asked = z.output<typeof input>;

type Speaker = Pick<ToolInvocation, 'at' | 'timeZone'>;

/** Tells a caller their own appointments. */
@VoiceTool({
  name: 'appointment_read',
  label: { en: 'Read appointments', fr: 'Consulter les rendez-vous' },
  description:
    'Tells the caller’s own appointments, recognised by the number that is calling: "show my appointments", "what is my ' +
    'schedule". Each comes with a short reference in brackets, which appointment_update and appointment_cancel take; you need ' +
    'not say the references.',
  input,
})
export class AppointmentReadTool implements VoiceToolContract<Asked> {
  constructor(private readonly own: OwnAppointmentsFinder) {}

  async run(tx: RequestContext, asked: Asked, invocation: ToolInvocation): Promise<string> {
    const window = readWindow(asked, tx, invocation);
    if (window instanceof Say) return inLocale(window.text, tx.locale);
    const { who, appointments } = await this.own.find(tx, invocation, window);
    if (appointments.length === 0) {
      return inLocale(who.number === null ? sentences.anonymous : sentences.noAppointments, tx.locale);
    }
    return inLocale(saidList(appointments, invocation), tx.locale);
  }
}

function readWindow(
  { startDate, endDate }: Asked,
  { locale }: Pick<RequestContext, 'locale'>,
  { at, timeZone }: Speaker,
): TimeWindow | Say | undefined {
  if (startDate === undefined) return undefined;
  const now = new Date(at);
  const [first, last] = [startDate, endDate].map((said) =>
    said === undefined ? undefined : toDays(said, { now, timeZone, locale }),
  );
  if (first instanceof Say) return first;
  if (last instanceof Say) return last;
  if (!first) return undefined;
  const { from, to } = { from: first.from, to: last?.to ?? first.to };
  return to <= from ? new Say(sentences.endBeforeStart) : { from: from < now && to > now ? now : from, to };
}

function toDays(said: string, how: Parameters<typeof readMoment>[1]): TimeWindow | Say {
  const moment = readMoment(said, how);
  const { timeZone } = how;
  switch (moment.kind) {
    case 'instant': {
      return dayWindow(dateIn(moment.start, timeZone), timeZone);
    }
    case 'day':
      return dayWindow(moment.date, timeZone, moment.part);
    case 'range':
      return daysWindow(moment.from, moment.to, timeZone);
    case 'unclear':
      return new Say(moment.question);
    case 'impossible':
      return new Say(moment.sentence);
    case 'not_understood':
      return new Say(sentences.whichDay);
  }
}

const mostSaid = 5;

function saidList(appointments: readonly Appointment[], speaker: Speaker): LocalizedText {
  const said = (locale: 'en' | 'fr') => appointments.slice(0, mostSaid).map((each) => saidOne(each, speaker, locale));
  const count = appointments.length;
  if (count === 1) {
    return { en: `You have one appointment: ${said('en')[0]}.`, fr: `Vous avez un rendez-vous : ${said('fr')[0]}.` };
  }
  const more = count > mostSaid ? { en: ', and more later', fr: ', et d’autres plus tard' } : { en: '', fr: '' };
  return {
    en: `You have ${count} appointments: ${listed(said('en'), 'and')}${more.en}.`,
    fr: `Vous avez ${count} rendez-vous : ${listed(said('fr'), 'et')}${more.fr}.`,
  };
}

function saidOne({ id, title, start, status }: Appointment, { at, timeZone }: Speaker, locale: 'en' | 'fr'): string {
  const pending = status === 'PENDING' ? { en: ', still to be confirmed', fr: ', à confirmer' }[locale] : '';
  return `${title}, ${sayMoment(start, { timeZone, locale, now: new Date(at) })}${pending} (${referenceOf(id)})`;
}
