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
