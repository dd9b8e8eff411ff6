import { AppError } from '../../kernel/errors/index.js';

/** Wrong, missing or old proof, or an endpoint that does not exist: the answer tells none of them apart. */
export class ProofRefused extends AppError {
  constructor(status: 401 | 403) {
    super(status === 401 ? 'unauthenticated' : 'forbidden', 'WEBHOOKS.PROOF_REFUSED', {
      en: 'The signature or secret of this webhook does not hold. Check the secret on both sides.',
      fr: 'La signature ou le secret de ce webhook n’est pas valable. Vérifiez le secret des deux côtés.',
    });
  }
}
