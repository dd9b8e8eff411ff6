import { dayAfter, dayIn, instantOf, zonedText } from '../calcom/slots/zone.js';
import type { Playing, Scenario } from '../caller/scenario.js';
import { leGourmet } from '../le-gourmet.js';

const { timeZone } = leGourmet;
const summary = 'Consultation : Mme Leroy, repas de mariage';

/** Tomorrow from 14:00 to 14:30; with offsets, since Vapi's tool does not look at the time zone when it checks. */
function tomorrowAtTwo({ startsAt }: Playing): { startDateTime: string; endDateTime: string } {
  const day = dayAfter(dayIn(timeZone, startsAt.getTime()));
  const at = (minutes: number) => zonedText(timeZone, instantOf(timeZone, day, minutes)).replace('.000', '');
  return { startDateTime: at(14 * 60), endDateTime: at(14 * 60 + 30) };
}

/** As Google answers: https://developers.google.com/workspace/calendar/api/v3/reference/events */
function createdEvent(playing: Playing): string {
  const { startDateTime, endDateTime } = tomorrowAtTwo(playing);
  const id = `demo${playing.id}`;
  return JSON.stringify({
    kind: 'calendar#event',
    id,
    status: 'confirmed',
    htmlLink: `https://www.google.com/calendar/event?eid=${Buffer.from(id).toString('base64url')}`,
    summary,
    start: { dateTime: startDateTime, timeZone },
    end: { dateTime: endDateTime, timeZone },
    organizer: { email: leGourmet.email, self: true },
  });
}

/** The calendar is Google's, and Vapi asks it by itself: this server sees the booking in the report only. */
export const googleCalendar: Scenario = {
  key: 'google-calendar',
  title: {
    en: 'Mrs Leroy makes an appointment for tomorrow at 2 pm, which Vapi puts in Google Calendar itself',
    fr: 'Mme Leroy prend rendez-vous demain à 14 h, que Vapi inscrit elle-même dans Google Agenda',
  },
  direction: 'inbound',
  caller: { name: 'Leroy', number: '+33639981057' },
  ringSeconds: 2.2,
  turns: [
    { says: 'user', text: 'Bonjour, je voudrais un rendez-vous demain à quatorze heures, s’il vous plaît.' },
    { says: 'assistant', text: 'Un instant, je consulte l’agenda.' },
    { usesNative: 'google_calendar_check_availability_tool', with: tomorrowAtTwo, gives: () => '{"available":true}' },
    { says: 'assistant', text: 'Demain à quatorze heures, c’est libre. Quel est le motif du rendez-vous ?' },
    { says: 'user', text: 'C’est pour une consultation, au sujet d’un repas de mariage.' },
    { says: 'assistant', text: 'Très bien. À quel nom, je vous prie ?' },
    { says: 'user', text: 'Madame Leroy.' },
    { says: 'assistant', text: 'Un instant, je l’inscris dans l’agenda.' },
    {
      usesNative: 'google_calendar_tool',
      with: (playing) => ({ summary, ...tomorrowAtTwo(playing), timeZone }),
      gives: createdEvent,
    },
    {
      says: 'assistant',
      text: 'C’est réservé, madame Leroy : demain à quatorze heures, pour une consultation. Puis-je faire autre chose pour vous ?',
    },
    { says: 'user', text: 'Non merci, à demain !' },
    { says: 'assistant', text: 'À demain, madame Leroy. Bonne journée !' },
  ],
  ending: {
    reason: 'customer-ended-call',
    summary:
      'Mme Leroy a pris rendez-vous demain à 14 h pour une consultation au sujet d’un repas de mariage. Le rendez-vous est inscrit dans Google Agenda.',
    satisfaction: 5,
    succeeded: true,
    structuredData: { intent: 'appointment', name: 'Leroy', time: '14:00' },
  },
};
