import { backlog } from './backlog.js';
import { calendar } from './calendar.js';
import { callPageRow } from './call-page.js';
import { connectors } from './connectors.js';
import { footprint } from './footprint.js';
import { intake } from './intake.js';
import { lag } from './lag.js';
import { meRow } from './me.js';
import type { Row } from './row.js';
import { steadyIntake } from './steady-intake.js';
import { toolCalls } from './tool-calls.js';

/** All rows, in the order of the table. */
export const rows: readonly Row[] = [
  intake,
  steadyIntake,
  toolCalls,
  calendar,
  lag,
  backlog,
  callPageRow,
  meRow,
  connectors,
  footprint,
];
