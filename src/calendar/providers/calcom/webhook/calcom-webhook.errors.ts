import { AppError, InvalidInput } from '../../../../kernel/errors/index.js';

export class NotACalComEvent extends InvalidInput {
  constructor() {
    super('CALENDAR.NOT_A_CALCOM_EVENT', {
      en: 'Send webhooks as Cal.com does by itself ({ "triggerEvent": … }): leave the payload template empty in Cal.com.',
      fr: 'Envoyez les webhooks tels que Cal.com les forme lui-même ({ "triggerEvent": … }) : laissez vide le modèle de payload dans Cal.com.',
    });
  }
}

/** Cal.com could not be asked what became of the booking: the event waits. */
export class BookingNotRead extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'CALENDAR.BOOKING_NOT_READ',
      {
        en: 'Cal.com could not be asked about this booking. It is tried again by itself.',
        fr: 'Cal.com n’a pas pu être interrogé sur cette réservation. Un nouvel essai aura lieu de lui-même.',
      },
      // Not the cause: it names the address that was asked, and with it the booking's uid.
      { meta: { why: cause instanceof AppError ? cause.reason : 'unknown' } },
    );
  }
}
