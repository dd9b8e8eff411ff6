import { AppError, InvalidInput, NotFound } from '../kernel/errors/index.js';

export class CalendarNotConnected extends AppError {
  constructor() {
    super('conflict', 'CALENDAR.NOT_CONNECTED', {
      en: 'This workspace has no calendar. Connect Cal.com under integrations (cal-com), then try again.',
      fr: 'Cet espace de travail n’a pas d’agenda. Connectez Cal.com dans les intégrations (cal-com), puis réessayez.',
    });
  }
}

export class AppointmentNotFound extends NotFound {
  constructor(id?: string) {
    super(
      'CALENDAR.APPOINTMENT_NOT_FOUND',
      { en: 'This appointment does not exist.', fr: 'Ce rendez-vous n’existe pas.' },
      id,
    );
  }
}

/** One that is over, cancelled or kept where this server cannot change it. */
export class AppointmentClosed extends AppError {
  constructor(why: 'not_open' | 'not_pending' | 'elsewhere' | 'disconnected' | 'erased') {
    const message = {
      not_open: {
        en: 'This appointment is cancelled or was declined. Book a new one.',
        fr: 'Ce rendez-vous est annulé ou a été décliné. Réservez-en un nouveau.',
      },
      not_pending: {
        en: 'This appointment waits for no confirmation.',
        fr: 'Ce rendez-vous n’attend pas de confirmation.',
      },
      elsewhere: {
        en: 'Vapi booked this appointment in Google Calendar, which this server cannot change. Change it there.',
        fr: 'Vapi a réservé ce rendez-vous dans Google Agenda, que ce serveur ne peut pas modifier. Modifiez-le là-bas.',
      },
      disconnected: {
        en: 'The Cal.com account that keeps this appointment is connected no more. Connect it again under integrations (cal-com), or change the appointment in Cal.com.',
        fr: 'Le compte Cal.com de ce rendez-vous n’est plus connecté. Reconnectez-le dans les intégrations (cal-com), ou modifiez le rendez-vous dans Cal.com.',
      },
      erased: {
        en: 'The data of whoever booked this appointment was erased, and it is followed no more. Change it in Cal.com.',
        fr: 'Les données de la personne qui a pris ce rendez-vous ont été effacées, et il n’est plus suivi. Modifiez-le dans Cal.com.',
      },
    }[why];
    super('conflict', 'CALENDAR.APPOINTMENT_CLOSED', message, { meta: { why } });
  }
}

/** Cal.com needs one of them, and so does whoever wants to be recognised later. */
export class BookerUnreachable extends InvalidInput {
  constructor() {
    super('CALENDAR.BOOKER_UNREACHABLE', {
      en: 'Give an e-mail address or a telephone number of the person who books.',
      fr: 'Indiquez une adresse e-mail ou un numéro de téléphone de la personne qui réserve.',
    });
  }
}

/** The slot is somebody's for as long as they are on the telephone. */
export class BookingInProgress extends AppError {
  constructor() {
    super(
      'conflict',
      'CALENDAR.BOOKING_IN_PROGRESS',
      {
        en: 'The same booking is being made just now. Read the appointments in a moment.',
        fr: 'Cette réservation est en cours. Relisez les rendez-vous dans un instant.',
      },
      { retryable: true },
    );
  }
}

export class TooManyEventTypes extends InvalidInput {
  constructor(most: number) {
    super('CALENDAR.TOO_MANY_EVENT_TYPES', {
      en: `An assistant offers at most ${most} event types. Choose those that callers ask for.`,
      fr: `Un assistant propose au plus ${most} types de rendez-vous. Choisissez ceux que demandent les appelants.`,
    });
  }
}

export class StartInPast extends InvalidInput {
  constructor(path: string) {
    const message = {
      en: 'This time is in the past. Choose one that is to come.',
      fr: 'Cet horaire est passé. Choisissez-en un à venir.',
    };
    super('CALENDAR.START_IN_PAST', message, [{ path, message }]);
  }
}

/** Cal.com takes no other answers than those that the event type offers. */
export class AnswerRefused extends InvalidInput {
  constructor(slug: string, options: readonly string[]) {
    const list = options.join(', ');
    const message = { en: `Choose one of: ${list}.`, fr: `Choisissez l’une de ces réponses : ${list}.` };
    super('CALENDAR.ANSWER_REFUSED', message, [{ path: `input.responses.${slug}`, message }]);
  }
}

/** A time that ends before it begins. */
export class PeriodReversed extends InvalidInput {
  constructor(path: string) {
    const message = { en: 'The end must come after the start.', fr: 'La fin doit suivre le début.' };
    super('CALENDAR.PERIOD_REVERSED', message, [{ path, message }]);
  }
}

export class PeriodTooLong extends InvalidInput {
  constructor(path: string, mostDays: number) {
    const message = {
      en: `Ask for ${mostDays} days or fewer at once.`,
      fr: `Demandez au plus ${mostDays} jours à la fois.`,
    };
    super('CALENDAR.PERIOD_TOO_LONG', message, [{ path, message }]);
  }
}

/** The operator's account serves many workspaces: none of them brings people into it. */
export class MembersNeedOwnAccount extends AppError {
  constructor() {
    super('conflict', 'CALENDAR.MEMBERS_NEED_OWN_ACCOUNT', {
      en: 'Members belong to the workspace’s own Cal.com account. Connect it under integrations (cal-com), then try again.',
      fr: 'Les membres appartiennent au compte Cal.com de l’espace de travail. Connectez-le dans les intégrations (cal-com), puis réessayez.',
    });
  }
}

/** Whoever reads the invitation gets in: it goes to no address that somebody merely said on the telephone. */
export class MemberNeedsAddress extends InvalidInput {
  constructor() {
    super('CALENDAR.MEMBER_NEEDS_ADDRESS', {
      en: 'This contact has no e-mail address that a person of the workspace has entered. Add one, then invite.',
      fr: 'Ce contact n’a pas d’adresse e-mail saisie par une personne de l’espace de travail. Ajoutez-en une, puis invitez.',
    });
  }
}
