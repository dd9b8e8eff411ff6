import { AppError, InvalidInput, NotFound, type LocalizedText } from '../../kernel/errors/index.js';

/** What cannot be done as things are; doing it again changes nothing. */
abstract class LineConflict extends AppError {
  constructor(reason: string, message: LocalizedText) {
    super('conflict', `VOICE.${reason}`, message);
  }
}

export class LineNotFound extends NotFound {
  constructor(id: string) {
    super('VOICE.LINE_NOT_FOUND', { en: 'This line does not exist.', fr: 'Cette ligne n’existe pas.' }, id);
  }
}

export class TwilioNotConnected extends LineConflict {
  constructor() {
    super('TWILIO_NOT_CONNECTED', {
      en: 'No Twilio account is connected. Connect one with configureIntegration(integrationId: "twilio"), then try again.',
      fr: 'Aucun compte Twilio n’est connecté. Connectez-en un avec configureIntegration(integrationId: "twilio"), puis réessayez.',
    });
  }
}

/** Also where it is in somebody else's account: of these nothing is told. */
export class NumberNotInAccount extends NotFound {
  constructor(number: string) {
    super(
      'VOICE.NUMBER_NOT_IN_ACCOUNT',
      {
        en: 'The connected Twilio account does not have this number. Check the number, or connect the account or subaccount that has it.',
        fr: 'Le compte Twilio connecté n’a pas ce numéro. Vérifiez le numéro, ou connectez le compte ou sous-compte qui le possède.',
      },
      number,
    );
  }
}

/** By another workspace; which one is not told. */
export class NumberTaken extends LineConflict {
  constructor() {
    super('NUMBER_TAKEN', {
      en: 'This number is in use elsewhere on this server. Release it there first, or choose another one.',
      fr: 'Ce numéro est déjà utilisé ailleurs sur ce serveur. Libérez-le d’abord là-bas, ou choisissez-en un autre.',
    });
  }
}

export class NumberCannotSpeak extends LineConflict {
  constructor() {
    super('NUMBER_CANNOT_SPEAK', {
      en: 'This number takes no calls: it has no voice at Twilio. Choose another one.',
      fr: 'Ce numéro ne reçoit pas d’appels : il n’a pas la voix chez Twilio. Choisissez-en un autre.',
    });
  }
}

/** Having a number of the deployment's account proves nothing about a workspace. */
export class ImportNeedsOperator extends AppError {
  constructor() {
    super('forbidden', 'VOICE.IMPORT_NEEDS_OPERATOR', {
      en: 'This workspace uses the Twilio account of the deployment, whose existing numbers only an ADMIN may import. Connect an account of your own (configureIntegration with "twilio"), or buy a number with buyPhoneNumber.',
      fr: 'Cet espace de travail utilise le compte Twilio du déploiement, dont seul un ADMIN peut importer les numéros existants. Connectez votre propre compte (configureIntegration avec « twilio »), ou achetez un numéro avec buyPhoneNumber.',
    });
  }
}

export class LineAssigned extends LineConflict {
  constructor(name: string) {
    super('LINE_ASSIGNED', {
      en: `The assistant “${name}” answers this number. Take it away first: assignPhoneLine with assistantId null.`,
      fr: `L’assistant « ${name} » répond à ce numéro. Retirez-le-lui d’abord : assignPhoneLine avec assistantId null.`,
    });
  }
}

export class LinePending extends LineConflict {
  constructor() {
    super('LINE_PENDING', {
      en: 'This number is still being bought. Repeat buyPhoneNumber: it looks whether Twilio has sold it, and never buys it twice.',
      fr: 'Ce numéro est encore en cours d’achat. Répétez buyPhoneNumber : il vérifie si Twilio l’a vendu, et ne l’achète jamais deux fois.',
    });
  }
}

export class LineBusy extends AppError {
  constructor() {
    super(
      'conflict',
      'VOICE.LINE_BUSY',
      {
        en: 'This line is being changed just now. Try again in a moment.',
        fr: 'Cette ligne est en cours de modification. Réessayez dans un instant.',
      },
      { retryable: true },
    );
  }
}

/** The platform said no, in words of its own. */
export class LineRefused extends AppError {
  constructor(platform: string, words: string, kind: 'conflict' | 'invalid_input' | 'credential_rejected') {
    super(kind, 'VOICE.LINE_REFUSED', {
      en: `${platform} refused: ${words}`,
      fr: `${platform} a refusé : ${words}`,
    });
  }
}

/** Something at Twilio keeps the number from being answered as we have just said. */
export class NumberNotRouted extends LineConflict {
  constructor(settings: readonly string[]) {
    const names = settings.join(', ');
    super('NUMBER_NOT_ROUTED', {
      en: `Twilio has not taken all settings of this number (${names}). Look at it in Twilio’s console, then try again.`,
      fr: `Twilio n’a pas pris tous les réglages de ce numéro (${names}). Regardez-le dans la console de Twilio, puis réessayez.`,
    });
  }
}

export class CountryUnknown extends InvalidInput {
  constructor() {
    const message = {
      en: 'Give a country by its two letters, such as FR.',
      fr: 'Indiquez un pays par ses deux lettres, par exemple FR.',
    };
    super('VOICE.COUNTRY_UNKNOWN', message, [{ path: 'country', message }]);
  }
}

export class DigitsRefused extends InvalidInput {
  constructor() {
    const message = {
      en: 'Give 2 to 15 digits that the number is to have, with * for any digit.',
      fr: 'Indiquez de 2 à 15 chiffres que le numéro doit avoir, * remplaçant n’importe quel chiffre.',
    };
    super('VOICE.DIGITS_REFUSED', message, [{ path: 'contains', message }]);
  }
}
