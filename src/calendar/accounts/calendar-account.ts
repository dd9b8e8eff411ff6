import type { CalComApi } from '../providers/calcom/calcom-api.js';

/** How a calendar is asked. */
export interface CalendarUse {
  /** What for, as the history of the connection shows it: `book`. */
  action: string;
  /** A caller is waiting: goes before everything else. */
  urgent: boolean;
}

/** The operator's own account, by its id. */
export const deploymentAccountId = 'deployment';

/** The Cal.com account that a workspace books in. */
export interface CalendarAccount {
  /** Of its connection; `deployment` for the operator's own. */
  id: string;
  /** Another one whenever its credentials have changed: what was read by it before may be of another account. */
  version: string;
  /** The operator's, which serves many workspaces: only what was booked here belongs to this one. */
  shared: boolean;
  api(use: CalendarUse): CalComApi;
}
