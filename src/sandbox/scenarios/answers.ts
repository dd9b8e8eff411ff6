/** What the assistant and its callers hear in the answers of our server. */

const weekdays = 'lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche';
const day = `(?:aujourd’hui|demain|(?:${weekdays}) \\d+(?:er)? \\p{L}+(?: \\d{4})?)`;
const time = '(?:midi|\\d+ heures?(?: \\d+)?(?: du matin)?)';

const dayOrTime = new RegExp(`(?<day>${day}) à|(?<time>${time})`, 'gu');

export const isFree = /^Oui, c’est libre/;
export const isBooked = /^(?:C’est réservé|Votre demande est enregistrée)/;
export const isMoved = /est déplacé/;
export const isCancelled = /est annulé/;
export const areThere = /^Vous avez/;
export const areSeveral = /^Vous avez \d/;
/** Another time than was asked for. */
export const isOffered = new RegExp(`proposer.*${day} à ${time}`, 'u');

/** The one that a caller takes of the times that are offered: the first one in the evening, else the first one. */
export function chosenOffer(answer = ''): string {
  const offers: string[] = [];
  let ofDay = '';
  for (const { groups } of answer.matchAll(dayOrTime)) {
    ofDay = groups?.day ?? ofDay;
    if (groups?.time !== undefined) offers.push(`${ofDay} à ${groups.time}`);
  }
  return offers.find((offer) => / (?:19|2\d) heures/.test(offer)) ?? offers[0] ?? '';
}

/** An appointment as the server tells it. */
export interface ToldAppointment {
  day: string;
  time: string;
  /** For the model. */
  reference: string;
}

const appointment = new RegExp(`(?<day>${day}) à (?<time>${time})[^(]*\\((?<reference>[A-Z]{3})\\)`, 'u');

/** The first one of those that an answer tells. */
export function firstAppointment(answer = ''): ToldAppointment {
  const told = appointment.exec(answer)?.groups;
  return { day: told?.day ?? '', time: told?.time ?? '', reference: told?.reference ?? '' };
}
