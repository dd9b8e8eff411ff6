import type { Scenario } from '../caller/scenario.js';
import { angryCallerHangsUp } from './angry-caller-hangs-up.js';
import { busy } from './busy.js';
import { cancel } from './cancel.js';
import { englishTourist } from './english-tourist.js';
import { googleCalendar } from './google-calendar.js';
import { legacyNames } from './legacy-names.js';
import { lostReport } from './lost-report.js';
import { messageForTheTeam } from './message-for-the-team.js';
import { noAnswer } from './no-answer.js';
import { reschedule } from './reschedule.js';
import { restaurantReservation } from './restaurant-reservation.js';
import { showMyAppointments } from './show-my-appointments.js';
import { taken } from './taken.js';
import { transfer } from './transfer.js';
import { voicemail } from './voicemail.js';

/** All scenarios, in the order in which they are listed. */
export const scenarios: readonly Scenario[] = [
  restaurantReservation,
  transfer,
  voicemail,
  noAnswer,
  busy,
  angryCallerHangsUp,
  englishTourist,
  legacyNames,
  lostReport,
  googleCalendar,
  messageForTheTeam,
  taken,
  reschedule,
  showMyAppointments,
  cancel,
];

export function findScenario(key: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.key === key);
}
