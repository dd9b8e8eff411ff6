import { AppError, InvalidInput, type ErrorKind } from '../../../kernel/errors/index.js';
import type { SyncState } from '../../assistants/voice-assistant.entity.js';

/** Why an assistant cannot ring anybody up, and what to do about it. */
export class AssistantCannotCall extends AppError {
  constructor(why: Obstacle, state?: SyncState) {
    const { en, fr } = obstacles[why];
    const seen = state === undefined ? '' : ` (${state})`;
    super('conflict', `VOICE.${why}`, { en: en.replace('{state}', seen), fr: fr.replace('{state}', seen) });
  }
}

export type Obstacle = keyof typeof obstacles;

const obstacles = {
  ASSISTANT_NOT_SYNCED: {
    en: 'The assistant at Vapi is not as it is here{state}. Bring it there with syncVoiceAssistant, then try again.',
    fr: 'L’assistant chez Vapi n’est pas comme ici{state}. Synchronisez-le avec syncVoiceAssistant, puis réessayez.',
  },
  ASSISTANT_NOT_ACTIVE: {
    en: 'The assistant is switched off. Switch it on with updateVoiceAssistant, then try again.',
    fr: 'L’assistant est désactivé. Activez-le avec updateVoiceAssistant, puis réessayez.',
  },
  ASSISTANT_WITHOUT_VAPI: {
    en: 'Test calls are placed by Vapi, and this assistant answers without it. Ring its number instead.',
    fr: 'Les appels de test passent par Vapi, et cet assistant répond sans lui. Appelez plutôt son numéro.',
  },
  ASSISTANT_WITHOUT_LINE: {
    en: 'The assistant has no number at Vapi to call from. Give it one with assignPhoneLine, then try again.',
    fr: 'L’assistant n’a pas de numéro chez Vapi pour appeler. Attribuez-lui-en un avec assignPhoneLine, puis réessayez.',
  },
} as const;

export class NumberIsOwn extends InvalidInput {
  constructor() {
    const message = {
      en: 'This is the assistant’s own number. Give the number of a telephone near you.',
      fr: 'C’est le numéro de l’assistant lui-même. Indiquez celui d’un téléphone près de vous.',
    };
    super('VOICE.NUMBER_IS_OWN', message, [{ path: 'number', message }]);
  }
}

/** Vapi placed no call, and says why. */
export class TestCallRefused extends AppError {
  constructor(kind: ErrorKind, words: string) {
    super(kind, 'VOICE.TEST_CALL_REFUSED', {
      en: `Vapi did not place the call: ${words}`,
      fr: `Vapi n’a pas passé l’appel : ${words}`,
    });
  }
}

/** Nobody knows whether the call was placed; a second one might ring the same telephone twice. */
export class TestCallUncertain extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'VOICE.TEST_CALL_UNCERTAIN',
      {
        en: 'Vapi did not confirm the call; the telephone may ring all the same. If it does, the call appears in the list. Wait a minute before you try again.',
        fr: 'Vapi n’a pas confirmé l’appel ; le téléphone sonnera peut-être quand même. Dans ce cas, l’appel apparaîtra dans la liste. Attendez une minute avant de réessayer.',
      },
      { cause, retryable: false },
    );
  }
}
