import { AppError } from '../../kernel/errors/index.js';

export class EmailTaken extends AppError {
  constructor() {
    super(
      'conflict',
      'ACCOUNTS.EMAIL_TAKEN',
      {
        en: 'There is an account with this e-mail address. Sign in, or reset its password.',
        fr: 'Un compte existe avec cette adresse e-mail. Connectez-vous, ou réinitialisez son mot de passe.',
      },
      { fields: [{ path: 'input.email', message: { en: 'Already in use.', fr: 'Déjà utilisée.' } }] },
    );
  }
}

export class ResetTokenRefused extends AppError {
  constructor() {
    super('invalid_input', 'ACCOUNTS.RESET_TOKEN_REFUSED', {
      en: 'This link has expired or was used already. Ask for a new one.',
      fr: 'Ce lien a expiré ou a déjà servi. Demandez-en un nouveau.',
    });
  }
}
