import { AppError, InvalidInput, NotFound } from '../../kernel/errors/index.js';

export class CallNotFound extends NotFound {
  constructor(id: string) {
    super('VOICE.CALL_NOT_FOUND', { en: 'This call does not exist.', fr: 'Cet appel n’existe pas.' }, id);
  }
}

export class SatisfactionOutOfRange extends InvalidInput {
  constructor() {
    const message = { en: 'Give a whole number from 1 to 5.', fr: 'Indiquez un nombre entier de 1 à 5.' };
    super('VOICE.SATISFACTION_OUT_OF_RANGE', message, [{ path: 'satisfaction', message }]);
  }
}

export class RecordingAbsent extends NotFound {
  constructor(callId: string) {
    super(
      'VOICE.RECORDING_ABSENT',
      {
        en: 'This call has no recording, or it has not been delivered yet.',
        fr: 'Cet appel n’a pas d’enregistrement, ou celui-ci n’est pas encore arrivé.',
      },
      callId,
    );
  }
}

export class RecordingUnavailable extends AppError {
  constructor(callId: string, cause?: unknown) {
    super(
      'upstream_unavailable',
      'VOICE.RECORDING_UNAVAILABLE',
      {
        en: 'The recording cannot be fetched from Vapi right now. Try again later; recordings are kept there for 14 days on the basic plan, and the server needs VAPI_API_KEY.',
        fr: 'L’enregistrement ne peut pas être récupéré chez Vapi pour le moment. Réessayez plus tard ; Vapi les conserve 14 jours avec l’offre de base, et le serveur a besoin de VAPI_API_KEY.',
      },
      { cause, meta: { callId } },
    );
  }
}
