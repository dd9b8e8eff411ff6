import { AppError } from '../../kernel/errors/index.js';

/** Nothing was stored and nothing is acknowledged; the platform sends again. */
export class IntakeUnavailable extends AppError {
  constructor(cause?: unknown) {
    super(
      'upstream_unavailable',
      'WEBHOOKS.INTAKE_UNAVAILABLE',
      {
        en: 'The event could not be stored. Send it again in a few seconds.',
        fr: 'L’événement n’a pas pu être enregistré. Renvoyez-le dans quelques secondes.',
      },
      { cause, retryAfterMs: 2_000 },
    );
  }
}

/** One event that the database refuses whatever its neighbours are. */
export class EventNotStorable extends AppError {
  constructor(cause: unknown) {
    super(
      'invalid_input',
      'WEBHOOKS.EVENT_NOT_STORABLE',
      { en: 'This event cannot be stored as it is.', fr: 'Cet événement ne peut pas être enregistré tel quel.' },
      { cause },
    );
  }
}
