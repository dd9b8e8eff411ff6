import { AppError } from '../errors/index.js';

/** A record was sealed under a master key that is not in `ENCRYPTION_KEYS` any more. */
export class SealedByUnknownKey extends AppError {
  constructor(keyId: string) {
    super(
      'internal',
      'CRYPTO.UNKNOWN_KEY',
      {
        en: `A stored credential was encrypted with the key "${keyId}", which this server does not have. Put that key back into ENCRYPTION_KEYS.`,
        fr: `Un identifiant enregistré a été chiffré avec la clé « ${keyId} », que ce serveur n’a pas. Remettez cette clé dans ENCRYPTION_KEYS.`,
      },
      { meta: { keyId } },
    );
  }
}

/** A sealed value that was altered, cut short, or copied from another record, field or workspace. */
export class SealBroken extends AppError {
  constructor(place: string, cause?: unknown) {
    super(
      'internal',
      'CRYPTO.SEAL_BROKEN',
      {
        en: 'A stored credential cannot be opened: it was altered or belongs to another record. Enter it again.',
        fr: 'Un identifiant enregistré est illisible : il a été modifié ou appartient à un autre enregistrement. Saisissez-le à nouveau.',
      },
      { meta: { place }, cause },
    );
  }
}
