import { AppError, InvalidInput, type ErrorKind, type LocalizedText } from '../../kernel/errors/index.js';
import type { CallStatus } from '../calls/merge/call-status.js';

/** What cannot be done as things are; doing it again changes nothing. */
abstract class ControlConflict extends AppError {
  constructor(reason: string, message: LocalizedText) {
    super('conflict', `VOICE.${reason}`, message);
  }
}

export class CallNotGoingOn extends ControlConflict {
  constructor(status: CallStatus) {
    super('CALL_NOT_GOING_ON', {
      en: `This call is ${status}. Only one that is IN_PROGRESS or FORWARDING can be controlled.`,
      fr: `Cet appel est ${status}. Seul un appel IN_PROGRESS ou FORWARDING peut être piloté.`,
    });
  }
}

/** The platform knows it before its event has come. */
export class CallJustEnded extends ControlConflict {
  constructor() {
    super('CALL_JUST_ENDED', {
      en: 'This call has just ended. Its record follows within moments.',
      fr: 'Cet appel vient de se terminer. Son compte rendu suit dans un instant.',
    });
  }
}

export class CallNotControllable extends ControlConflict {
  constructor() {
    super('CALL_NOT_CONTROLLABLE', {
      en: 'Vapi takes no commands for this call. Allow live control for the assistant (monitorPlan.controlEnabled, without controlAuthenticationEnabled); later calls can then be controlled.',
      fr: 'Vapi n’accepte pas de commandes pour cet appel. Autorisez le pilotage pour l’assistant (monitorPlan.controlEnabled, sans controlAuthenticationEnabled) ; les appels suivants pourront l’être.',
    });
  }
}

/** The same for a call that is in the account and belongs to another workspace. */
export class CallNotInAccount extends ControlConflict {
  constructor(platform: 'Vapi' | 'Twilio') {
    super('CALL_NOT_IN_ACCOUNT', {
      en: `The connected ${platform} account has no such call for this workspace. Check which account its number and its assistant are in.`,
      fr: `Le compte ${platform} connecté n’a pas cet appel pour cet espace de travail. Vérifiez dans quel compte sont son numéro et son assistant.`,
    });
  }
}

export class NoAccount extends ControlConflict {
  constructor(integrationId: 'vapi' | 'twilio') {
    super('NO_ACCOUNT', {
      en: `No account is connected for this. Connect one with configureIntegration(integrationId: "${integrationId}"), then try again.`,
      fr: `Aucun compte n’est connecté pour cela. Connectez-en un avec configureIntegration(integrationId: "${integrationId}"), puis réessayez.`,
    });
  }
}

/** Where this server answers by itself, what is said is the conversation's to choose. */
export class CommandNotOffered extends ControlConflict {
  constructor() {
    super('COMMAND_NOT_OFFERED', {
      en: 'This call is answered without Vapi, where this cannot be done. It can be transferred or ended.',
      fr: 'Cet appel est traité sans Vapi, où cela n’est pas possible. Il peut être transféré ou terminé.',
    });
  }
}

/** An address for commands that is not the platform's: nothing was sent there. */
export class ControlAddressRefused extends AppError {
  constructor() {
    super(
      'upstream_unavailable',
      'VOICE.CONTROL_ADDRESS_REFUSED',
      {
        en: 'The address for commands that came with this call is not one of Vapi’s, so nothing was sent. Check VAPI_BASE_URL; if it is right, send us the request id.',
        fr: 'L’adresse de pilotage reçue pour cet appel n’est pas une adresse de Vapi : rien n’a été envoyé. Vérifiez VAPI_BASE_URL ; si elle est juste, envoyez-nous l’identifiant de la requête.',
      },
      { retryable: false },
    );
  }
}

/** The platform said no, in words of its own. */
export class CommandRefused extends AppError {
  constructor(platform: string, words: string, kind: ErrorKind = 'conflict') {
    super(kind, 'VOICE.COMMAND_REFUSED', {
      en: `${platform} refused: ${words}`,
      fr: `${platform} a refusé : ${words}`,
    });
  }
}

/** The platform did not say whether it took the command. */
export class CommandUncertain extends AppError {
  constructor(platform: string, cause: unknown) {
    super(
      'upstream_unavailable',
      'VOICE.COMMAND_UNCERTAIN',
      {
        en: `${platform} did not confirm this; it may have been done. Look at the call before you try again.`,
        fr: `${platform} n’a pas confirmé ; c’est peut-être fait. Regardez l’appel avant de réessayer.`,
      },
      { cause, retryable: false },
    );
  }
}

export class NothingToSay extends InvalidInput {
  constructor(longest: number) {
    const message = {
      en: `Give what is to be said, in at most ${longest} characters.`,
      fr: `Indiquez ce qui doit être dit, en ${longest} caractères au plus.`,
    };
    super('VOICE.NOTHING_TO_SAY', message, [{ path: 'text', message }]);
  }
}

export class NumberNotDialled extends InvalidInput {
  constructor(path: string) {
    const message = {
      en: 'This server does not dial satellite, premium-rate and other special numbers. Give an ordinary number.',
      fr: 'Ce serveur n’appelle pas les numéros satellite, surtaxés ou spéciaux. Indiquez un numéro ordinaire.',
    };
    super('VOICE.NUMBER_NOT_DIALLED', message, [{ path, message }]);
  }
}
