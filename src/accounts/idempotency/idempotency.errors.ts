import { AppError, InvalidInput } from '../../kernel/errors/index.js';

export class IdempotencyKeyInvalid extends InvalidInput {
  constructor() {
    super('ACCOUNTS.IDEMPOTENCY_KEY_INVALID', {
      en: 'Make Idempotency-Key 1 to 255 printable ASCII characters, such as a UUID.',
      fr: 'Donnez à Idempotency-Key de 1 à 255 caractères ASCII imprimables, par exemple un UUID.',
    });
  }
}

export class IdempotencyKeyReused extends AppError {
  constructor() {
    super('conflict', 'ACCOUNTS.IDEMPOTENCY_KEY_REUSED', {
      en: 'This Idempotency-Key belongs to another request. Use a new key for each new request.',
      fr: 'Cette Idempotency-Key appartient à une autre requête. Utilisez une nouvelle clé pour chaque nouvelle requête.',
    });
  }
}

export class StillRunning extends AppError {
  constructor(retryAfterMs: number) {
    super(
      'conflict',
      'ACCOUNTS.STILL_RUNNING',
      {
        en: 'The first request with this Idempotency-Key is still running. Send it again shortly.',
        fr: 'La première requête avec cette Idempotency-Key est encore en cours. Renvoyez-la sous peu.',
      },
      { retryable: true, retryAfterMs },
    );
  }
}

export class OutcomeUnknown extends AppError {
  constructor() {
    super('conflict', 'ACCOUNTS.OUTCOME_UNKNOWN', {
      en: 'The first request with this Idempotency-Key was cut off. Look whether it took effect; if not, send it with a new key.',
      fr: 'La première requête avec cette Idempotency-Key a été interrompue. Vérifiez si elle a eu effet ; sinon, renvoyez-la avec une nouvelle clé.',
    });
  }
}
