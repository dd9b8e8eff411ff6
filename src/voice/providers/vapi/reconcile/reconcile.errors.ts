import { AppError } from '../../../../kernel/errors/index.js';

/** The account has this call, but it is another workspace's: an event that named it here was not Vapi's. */
export class CallOfAnotherWorkspace extends AppError {
  constructor(callId: string) {
    super(
      'not_found',
      'VOICE.VAPI_CALL_ELSEWHERE',
      {
        en: 'Vapi has no such call for this workspace. Check which assistant took it.',
        fr: 'Vapi n’a pas cet appel pour cet espace de travail. Vérifiez quel assistant l’a pris.',
      },
      { meta: { callId } },
    );
  }
}

/** Vapi's SDK failed by itself. Its own words are left out: they can repeat what Vapi has answered. */
export class VapiSdkFailed extends AppError {
  constructor() {
    super('upstream_unavailable', 'VOICE.VAPI_SDK_FAILED', {
      en: 'Vapi’s answer could not be read. Try again in a moment.',
      fr: 'La réponse de Vapi n’a pas pu être lue. Réessayez dans un instant.',
    });
  }
}
