import { AppError } from '../../kernel/errors/index.js';

/** The same answer for an unknown address and a wrong password. */
export class SignInRefused extends AppError {
  constructor() {
    super('unauthenticated', 'ACCOUNTS.SIGN_IN_REFUSED', {
      en: 'The e-mail address or the password is wrong. Check both, or reset the password.',
      fr: 'L’adresse e-mail ou le mot de passe est incorrect. Vérifiez les deux, ou réinitialisez le mot de passe.',
    });
  }
}

/** A session in a cookie never shows its tokens to scripts. */
export class UseSessionRoute extends AppError {
  constructor(route: string) {
    super('forbidden', 'ACCOUNTS.USE_SESSION_ROUTE', {
      en: `This session lives in a cookie, and scripts may not see its tokens. Call POST ${route} instead.`,
      fr: `Cette session vit dans un cookie, et les scripts ne doivent pas voir ses jetons. Appelez plutôt POST ${route}.`,
    });
  }
}

export class SessionMissing extends AppError {
  constructor() {
    super('unauthenticated', 'ACCOUNTS.SESSION_MISSING', {
      en: 'This browser has no session. Sign in.',
      fr: 'Ce navigateur n’a pas de session. Connectez-vous.',
    });
  }
}
