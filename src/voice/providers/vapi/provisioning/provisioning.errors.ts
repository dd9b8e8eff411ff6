import { AppError, NotFound } from '../../../../kernel/errors/index.js';

export class VapiAssistantMissing extends NotFound {
  constructor(id: string) {
    super(
      'VOICE.VAPI_ASSISTANT_MISSING',
      {
        en: 'Vapi has no such assistant in this account. Copy its id from Vapi’s dashboard.',
        fr: 'Vapi n’a pas cet assistant dans ce compte. Copiez son identifiant depuis le tableau de bord de Vapi.',
      },
      id,
    );
  }
}

/** Tools belong to the model. */
export class VapiModelMissing extends AppError {
  constructor(name: string) {
    super('conflict', 'VOICE.VAPI_MODEL_MISSING', {
      en: `The assistant “${name}” has no model at Vapi. Choose one in Vapi’s dashboard, then try again.`,
      fr: `L’assistant « ${name} » n’a pas de modèle chez Vapi. Choisissez-en un dans le tableau de bord de Vapi, puis réessayez.`,
    });
  }
}
