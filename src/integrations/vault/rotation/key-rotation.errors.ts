import { AppError } from '../../../kernel/errors/index.js';

/** This worker seals under another key than the rotation is for; one that has been restarted will take it. */
export class AnotherKeyIsCurrent extends AppError {
  constructor(keyId: string) {
    super(
      'conflict',
      'VAULT.ANOTHER_KEY_IS_CURRENT',
      {
        en: 'Restart every worker with the new key first in ENCRYPTION_KEYS, then rotate again.',
        fr: 'Redémarrez chaque worker avec la nouvelle clé en tête d’ENCRYPTION_KEYS, puis relancez la rotation.',
      },
      { meta: { keyId }, retryable: true },
    );
  }
}
