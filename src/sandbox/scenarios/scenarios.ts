import type { Scenario } from '../caller/scenario.js';
import { angryCallerHangsUp } from './angry-caller-hangs-up.js';
import { busy } from './busy.js';
import { englishTourist } from './english-tourist.js';
import { legacyNames } from './legacy-names.js';
import { lostReport } from './lost-report.js';
import { noAnswer } from './no-answer.js';
import { restaurantReservation } from './restaurant-reservation.js';
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
];

export function findScenario(key: string): Scenario | undefined {
  return scenarios.find((scenario) => scenario.key === key);
}
