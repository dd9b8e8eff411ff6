import type { Ending, Turn } from './scenario.js';

/** What somebody does to a call while it goes on; it takes effect once the turn that is under way is over. */
export interface Interjection {
  /** After so many moments of the call. */
  afterMoments: number;
  turns?: readonly Turn[] | undefined;
  /** Whether the assistant is silenced from then on. */
  mutes?: boolean | undefined;
  /** The call is over, in this way instead of the scenario's. */
  ending?: Ending | undefined;
}
