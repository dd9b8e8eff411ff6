import { AppError } from '../../kernel/errors/index.js';

export class ModelNotSetUp extends AppError {
  constructor(provider: string, setting: string) {
    super(
      'conflict',
      'VOICE.MODEL_NOT_SET_UP',
      {
        en: `No key for models of ${provider} is set. Set ${setting}, or choose another model for the assistant.`,
        fr: `Aucune clé n’est définie pour les modèles de ${provider}. Définissez ${setting}, ou choisissez un autre modèle pour l’assistant.`,
      },
      { meta: { provider, setting } },
    );
  }
}

export class ModelAnswerUnreadable extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'VOICE.MODEL_ANSWER_UNREADABLE',
      {
        en: 'The model sent an answer that cannot be read. Try again, or choose another model.',
        fr: 'Le modèle a envoyé une réponse illisible. Réessayez, ou choisissez un autre modèle.',
      },
      { cause },
    );
  }
}
