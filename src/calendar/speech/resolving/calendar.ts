import type { Locale } from '../../../kernel/errors/index.js';

/** Where in the calendar something was said. */
export interface Calendar {
  today: number;
  /** The day that is looked ahead from; later than today for the end of a range. */
  from: number;
  /** In which it was said: some words mean something else in the other one. */
  language: Locale;
  pastAllowed: boolean;
}
