import { AppError } from '../kernel/errors/index.js';

/** Nothing answers at the address where the server should be. */
export class ServerUnreachable extends AppError {
  constructor(url: string, cause?: unknown) {
    const origin = new URL(url).origin;
    super(
      'upstream_unavailable',
      'SANDBOX.SERVER_UNREACHABLE',
      {
        en: `Nothing answers at ${origin}. Start the server with npm start in another terminal, or name its address with --url.`,
        fr: `Rien ne répond à l’adresse ${origin}. Démarrez le serveur avec npm start dans un autre terminal, ou indiquez son adresse avec --url.`,
      },
      { cause },
    );
  }
}

/** The server does not take our webhooks, and will not however often they are sent. */
export class WebhookRefused extends AppError {
  constructor(status: number) {
    super('credential_rejected', 'SANDBOX.WEBHOOK_REFUSED', {
      en: `The server refused the webhook (${status}): its secret or address is not the one in DATA_DIR/sandbox.json. Restart npm start with the same DATA_DIR, then try again.`,
      fr: `Le serveur a refusé le webhook (${status}) : son secret ou son adresse n’est pas celui de DATA_DIR/sandbox.json. Redémarrez npm start avec le même DATA_DIR, puis réessayez.`,
    });
  }
}

/** The demonstration has not been set up in this data folder. */
export class SandboxNotSeeded extends AppError {
  constructor(file: string) {
    super('not_found', 'SANDBOX.NOT_SEEDED', {
      en: `${file} is missing or not complete. Run npm start once, in the same folder and with the same DATA_DIR: it sets the demonstration up.`,
      fr: `${file} est absent ou incomplet. Lancez une fois npm start, dans le même dossier et avec le même DATA_DIR : il prépare la démonstration.`,
    });
  }
}

export class SandboxFileDamaged extends AppError {
  constructor(file: string) {
    super('invalid_input', 'SANDBOX.FILE_DAMAGED', {
      en: `${file} is damaged. Delete it together with the embedded database of the same folder, then run npm start.`,
      fr: `${file} est endommagé. Supprimez-le avec la base embarquée du même dossier, puis lancez npm start.`,
    });
  }
}

/** The demonstration's account exists with a password that we do not know. */
export class SandboxAccountTaken extends AppError {
  constructor(email: string) {
    super('conflict', 'SANDBOX.ACCOUNT_TAKEN', {
      en: `There is already an account ${email} whose password is not in DATA_DIR/sandbox.json. Restore that file, or start with SANDBOX=off.`,
      fr: `Un compte ${email} existe déjà et son mot de passe n’est pas dans DATA_DIR/sandbox.json. Restaurez ce fichier, ou démarrez avec SANDBOX=off.`,
    });
  }
}

/** The API refused one of the demonstration's own requests. */
export class SandboxRequestRefused extends AppError {
  constructor(
    readonly operation: string,
    readonly code: string,
    message: string,
  ) {
    super('internal', 'SANDBOX.REQUEST_REFUSED', {
      en: `The sandbox could not ${operation} (${code}): ${message}`,
      fr: `Le bac à sable n’a pas pu exécuter ${operation} (${code}) : ${message}`,
    });
  }
}

/** The first call was played, and did not become a finished call in time. */
export class FirstCallNotRecorded extends AppError {
  constructor(seconds: number) {
    super('internal', 'SANDBOX.FIRST_CALL_NOT_RECORDED', {
      en: `The demonstration call was sent, and after ${seconds} s it is still not COMPLETED. Check that a worker runs (WORKER=inline); the next start goes on from here.`,
      fr: `L’appel de démonstration a été envoyé, et après ${seconds} s il n’est toujours pas COMPLETED. Vérifiez qu’un worker tourne (WORKER=inline) ; le prochain démarrage reprendra ici.`,
    });
  }
}

/** The number is not one of the account's. */
export class NumberNotAtVapi extends AppError {
  constructor(number: string, known: readonly string[]) {
    const numbers = known.join(', ') || '-';
    super('not_found', 'SANDBOX.NUMBER_NOT_AT_VAPI', {
      en: `The Vapi of the demonstration has no number ${number}. Give one to an assistant, and wait until it is SYNCED. It has: ${numbers}.`,
      fr: `Le Vapi de la démonstration n’a pas le numéro ${number}. Donnez-le à un assistant, puis attendez qu’il soit SYNCED. Il a : ${numbers}.`,
    });
  }
}

/** Nobody is there to answer, and nobody to be asked who should. */
export class NumberUnanswered extends AppError {
  constructor(number: string) {
    super('conflict', 'SANDBOX.NUMBER_UNANSWERED', {
      en: `No assistant answers ${number}, and the number has no server that could name one. Assign an assistant to it, then ring again.`,
      fr: `Aucun assistant ne répond au ${number}, et ce numéro n’a pas de serveur qui puisse en désigner un. Attribuez-lui un assistant, puis rappelez.`,
    });
  }
}

/** In the scenario, the call goes the other way. */
export class ScenarioNotForThisCall extends AppError {
  constructor(key: string) {
    super('invalid_input', 'SANDBOX.SCENARIO_NOT_FOR_THIS_CALL', {
      en: `In the scenario ${key} the call goes the other way. Choose another one: npm run demo -- --list.`,
      fr: `Dans le scénario ${key}, l’appel va dans l’autre sens. Choisissez-en un autre : npm run demo -- --list.`,
    });
  }
}

/** A call can be picked up once, and only one that was ordered. */
export class CallNotQueued extends AppError {
  constructor(callId: string) {
    super('conflict', 'SANDBOX.CALL_NOT_QUEUED', {
      en: `The Vapi of the demonstration has no call ${callId} that waits for being picked up.`,
      fr: `Le Vapi de la démonstration n’a pas d’appel ${callId} qui attende d’être décroché.`,
    });
  }
}

/** No Vapi is played where the server of this data folder runs. */
export class NoPlayedVapi extends AppError {
  constructor(file: string, cause?: unknown) {
    super(
      'upstream_unavailable',
      'SANDBOX.NO_PLAYED_VAPI',
      {
        en: `No Vapi is played here: ${file} is missing, or nothing answers at the address in it. Start the server with npm start in another terminal, with the same DATA_DIR, SANDBOX on and without VAPI_API_KEY.`,
        fr: `Aucun Vapi n’est joué ici : ${file} est absent, ou rien ne répond à l’adresse qu’il contient. Démarrez le serveur avec npm start dans un autre terminal, avec le même DATA_DIR, SANDBOX activé et sans VAPI_API_KEY.`,
      },
      { cause },
    );
  }
}

/** The documents of a call lead to each other for ever. */
export class CallNeverEnds extends AppError {
  constructor(documents: number) {
    super('internal', 'SANDBOX.CALL_NEVER_ENDS', {
      en: `The call went through ${documents} documents without an end. Let the caller hang up, or the server.`,
      fr: `L’appel a traversé ${documents} documents sans fin. Faites raccrocher l’appelant ou le serveur.`,
    });
  }
}

/** The platform that the caller expects is not the one that takes the call. */
export class NumberLeadsElsewhere extends AppError {
  constructor(number: string, to: 'vapi' | 'twilio') {
    super('conflict', 'SANDBOX.NUMBER_LEADS_ELSEWHERE', {
      en: `${number} leads to ${leadsTo[to].en}. Leave --route out, or change the route of its assistant and wait until it is SYNCED.`,
      fr: `Le ${number} mène ${leadsTo[to].fr}. Omettez --route, ou changez la route de son assistant et attendez qu’il soit SYNCED.`,
    });
  }
}

const leadsTo = {
  vapi: { en: 'Vapi (--route vapi)', fr: 'à Vapi (--route vapi)' },
  twilio: { en: 'this server by Twilio (--route twilio)', fr: 'à ce serveur par Twilio (--route twilio)' },
} as const;

/** Neither platform of the demonstration has the number. */
export class NumberNotInService extends AppError {
  constructor(number: string, known: readonly string[]) {
    const numbers = known.join(', ') || '-';
    super('not_found', 'SANDBOX.NUMBER_NOT_IN_SERVICE', {
      en: `Nobody has the number ${number} here. Get one with phoneNumberOffers and buyPhoneNumber, assign it with assignPhoneLine, then ring it. There are: ${numbers}.`,
      fr: `Personne n’a le numéro ${number} ici. Prenez-en un avec phoneNumberOffers et buyPhoneNumber, attribuez-le avec assignPhoneLine, puis appelez-le. Il y a : ${numbers}.`,
    });
  }
}

export class ScenarioUnknown extends AppError {
  constructor(key: string) {
    super('not_found', 'SANDBOX.SCENARIO_UNKNOWN', {
      en: `There is no scenario ${key}: npm run demo -- --list.`,
      fr: `Il n’y a pas de scénario ${key} : npm run demo -- --list.`,
    });
  }
}

/** Scripts hold both sides of a call; where this server speaks for itself, only a caller who listens can be played. */
export class ScenarioNeedsVapi extends AppError {
  constructor(key: string, playable: string) {
    super('invalid_input', 'SANDBOX.SCENARIO_NEEDS_VAPI', {
      en: `This number is answered by this server, and ${key} can only be played at Vapi. Leave --scenario out, or choose ${playable}.`,
      fr: `Ce numéro est pris par ce serveur, et ${key} ne peut être joué que chez Vapi. Omettez --scenario, ou choisissez ${playable}.`,
    });
  }
}
