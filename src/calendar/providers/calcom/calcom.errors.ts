import { AppError, InvalidInput, NotFound } from '../../../kernel/errors/index.js';

/** Why a moment cannot be booked: somebody has it, no seat is left, it is too soon or too far ahead, it is over. */
export type SlotRefusal = 'taken' | 'full' | 'out_of_bounds' | 'past';

const slotAdvice = {
  taken: {
    en: 'This time is not free any more. Choose one of the free times.',
    fr: 'Cet horaire n’est plus libre. Choisissez l’un des horaires libres.',
  },
  full: {
    en: 'No seat is left at this time. Choose one of the free times.',
    fr: 'Il n’y a plus de place à cet horaire. Choisissez l’un des horaires libres.',
  },
  out_of_bounds: {
    en: 'This time is too soon or too far ahead to be booked. Choose one of the free times.',
    fr: 'Cet horaire est trop proche ou trop lointain pour être réservé. Choisissez l’un des horaires libres.',
  },
  past: {
    en: 'This time is in the past. Choose one of the free times.',
    fr: 'Cet horaire est passé. Choisissez l’un des horaires libres.',
  },
};

/** Nothing was booked or moved: offer other times. */
export class SlotUnavailable extends AppError {
  constructor(
    readonly why: SlotRefusal,
    cause?: unknown,
  ) {
    super('conflict', 'CALENDAR.SLOT_UNAVAILABLE', slotAdvice[why], { cause, meta: { why } });
  }
}

/** The attendee has a seat in that slot already, maybe by an earlier try. */
export class AlreadySignedUp extends AppError {
  constructor(cause?: unknown) {
    super(
      'conflict',
      'CALENDAR.ALREADY_SIGNED_UP',
      {
        en: 'This person has a seat at this time already. Choose another time or keep that seat.',
        fr: 'Cette personne a déjà une place à cet horaire. Choisissez un autre horaire ou gardez cette place.',
      },
      { cause },
    );
  }
}

/** The attendee may not have more appointments of this kind. */
export class BookerLimitReached extends AppError {
  constructor(
    /** The booking that could be moved instead, where Cal.com names it. */
    readonly bookingUid: string | null,
    cause?: unknown,
  ) {
    super(
      'conflict',
      'CALENDAR.BOOKER_LIMIT_REACHED',
      {
        en: 'This person cannot book more appointments of this kind. Move or cancel one that they have.',
        fr: 'Cette personne ne peut pas réserver davantage de rendez-vous de ce type. Déplacez ou annulez l’un des siens.',
      },
      { cause },
    );
  }
}

export class BookingNotFound extends NotFound {
  constructor() {
    super('CALENDAR.BOOKING_NOT_FOUND', {
      en: 'This booking does not exist in Cal.com. Read the appointments again and choose one of them.',
      fr: 'Cette réservation n’existe pas dans Cal.com. Relisez les rendez-vous et choisissez l’un d’eux.',
    });
  }
}

export class AlreadyCancelled extends AppError {
  constructor(cause?: unknown) {
    super(
      'conflict',
      'CALENDAR.ALREADY_CANCELLED',
      {
        en: 'This booking is cancelled already. Make a new one if it is wanted again.',
        fr: 'Cette réservation est déjà annulée. Faites-en une nouvelle si elle est de nouveau souhaitée.',
      },
      { cause },
    );
  }
}

/** The booking was moved meanwhile: what is meant has another uid now. */
export class AlreadyRescheduled extends AppError {
  constructor(
    /** Where it went, where Cal.com tells. */
    readonly newerUid: string | null,
    cause?: unknown,
  ) {
    super(
      'conflict',
      'CALENDAR.ALREADY_RESCHEDULED',
      {
        en: 'This booking was moved to another time meanwhile. Read the appointments again and take the new one.',
        fr: 'Cette réservation a été déplacée entre-temps. Relisez les rendez-vous et prenez le nouveau.',
      },
      { cause },
    );
  }
}

/** The event type asks for something that was not given. */
export class FieldMissing extends InvalidInput {
  constructor(
    /** The slug of the event type's field; `attendeePhoneNumber` for the attendee's telephone number. */
    readonly field: string,
  ) {
    const message = {
      en: `This kind of appointment needs “${field}”. Ask for it and try again.`,
      fr: `Ce type de rendez-vous demande « ${field} ». Demandez cette information puis réessayez.`,
    };
    super('CALENDAR.FIELD_MISSING', message, [{ path: field, message }]);
  }
}

/** An answer of the wrong kind, or none of those that the event type offers. */
export class FieldRefused extends InvalidInput {
  constructor(
    /** The slug of the event type's field. */
    readonly field: string,
  ) {
    const message = {
      en: `This kind of appointment does not take this answer for “${field}”. Ask for another one and try again.`,
      fr: `Ce type de rendez-vous n’accepte pas cette réponse pour « ${field} ». Demandez-en une autre puis réessayez.`,
    };
    super('CALENDAR.FIELD_REFUSED', message, [{ path: field, message }]);
  }
}

export class EventTypeNotFound extends NotFound {
  constructor() {
    super('CALENDAR.EVENT_TYPE_NOT_FOUND', {
      en: 'This kind of appointment does not exist in Cal.com. Choose one of the event types of the account.',
      fr: 'Ce type de rendez-vous n’existe pas dans Cal.com. Choisissez l’un des types d’événement du compte.',
    });
  }
}

export class CannotCancel extends AppError {
  constructor(
    readonly why: 'ended' | 'not_allowed',
    cause?: unknown,
  ) {
    const message = {
      ended: {
        en: 'This booking is over and cannot be cancelled any more.',
        fr: 'Cette réservation est terminée et ne peut plus être annulée.',
      },
      not_allowed: {
        en: 'This kind of appointment cannot be cancelled. Allow it in the event type’s settings in Cal.com, or call the host.',
        fr: 'Ce type de rendez-vous ne peut pas être annulé. Autorisez-le dans les réglages du type d’événement de Cal.com, ou appelez l’hôte.',
      },
    }[why];
    super('conflict', 'CALENDAR.CANNOT_CANCEL', message, { cause, meta: { why } });
  }
}

export class CannotReschedule extends AppError {
  constructor(cause?: unknown) {
    super(
      'conflict',
      'CALENDAR.CANNOT_RESCHEDULE',
      {
        en: 'This booking cannot be moved. Cancel it and make a new one.',
        fr: 'Cette réservation ne peut pas être déplacée. Annulez-la et faites-en une nouvelle.',
      },
      { cause },
    );
  }
}

/** Members are kept by organizations only, which are an offer of their own. */
export class PlanLacksOrganization extends AppError {
  constructor(cause?: unknown) {
    super(
      'forbidden',
      'CALENDAR.PLAN_LACKS_ORGANIZATION',
      {
        en: 'This Cal.com account has no organization with access by API, which its members need. Take Cal.com’s Organizations plan, or work without linked members.',
        fr: 'Ce compte Cal.com n’a pas d’organisation accessible par API, nécessaire à ses membres. Prenez l’offre Organizations de Cal.com, ou travaillez sans membres liés.',
      },
      { cause },
    );
  }
}

export class MemberExists extends AppError {
  constructor(cause?: unknown) {
    super(
      'conflict',
      'CALENDAR.MEMBER_EXISTS',
      {
        en: 'This e-mail address belongs to a member already, or is invited. Read the member instead.',
        fr: 'Cette adresse e-mail est déjà celle d’un membre, ou est invitée. Lisez plutôt ce membre.',
      },
      { cause },
    );
  }
}

/** Cal.com keeps one webhook for each address. */
export class WebhookExists extends AppError {
  constructor(cause?: unknown) {
    super(
      'conflict',
      'CALENDAR.WEBHOOK_EXISTS',
      {
        en: 'Cal.com has a webhook for this address already. Change that one.',
        fr: 'Cal.com a déjà un webhook pour cette adresse. Modifiez celui-là.',
      },
      { cause },
    );
  }
}

/**
 * A write whose answer never came, or told nothing: it may have been done. Cal.com takes no idempotency keys, so look
 * before it is tried again.
 */
export class OutcomeUnknown extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'CALENDAR.OUTCOME_UNKNOWN',
      {
        en: 'Cal.com did not confirm this. Read the appointments before it is tried again: it may have been done.',
        fr: 'Cal.com ne l’a pas confirmé. Relisez les rendez-vous avant de réessayer : c’est peut-être fait.',
      },
      { cause, retryable: false },
    );
  }
}
