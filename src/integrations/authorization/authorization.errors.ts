import { AppError, InvalidInput } from '../../kernel/errors/index.js';

/** The vendor has no sign-in by browser, or we know none. */
export class NoSignIn extends InvalidInput {
  constructor(integration: string) {
    super('INTEGRATIONS.NO_SIGN_IN', {
      en: `${integration} has no sign-in by browser. Enter its credentials by configureIntegration.`,
      fr: `${integration} ne propose pas de connexion par navigateur. Saisissez ses identifiants par configureIntegration.`,
    });
  }
}

/** Nobody registered an application with the vendor: neither the workspace nor the deployment. */
export class ApplicationMissing extends InvalidInput {
  constructor(integration: string) {
    super('INTEGRATIONS.APPLICATION_MISSING', {
      en: `Register an application at ${integration} and enter its clientId and clientSecret by configureIntegration first.`,
      fr: `Enregistrez d’abord une application chez ${integration}, puis saisissez ses clientId et clientSecret par configureIntegration.`,
    });
  }
}

/** A state that was never given out, was used, is too old, or belongs to somebody else. */
export class AuthorizationRefused extends AppError {
  constructor(why: 'unknown state' | 'another user' | 'connection changed') {
    super(
      'invalid_input',
      'INTEGRATIONS.AUTHORIZATION_REFUSED',
      {
        en: 'This sign-in is over or was used already. Start it again from the integration’s page.',
        fr: 'Cette connexion est terminée ou a déjà servi. Recommencez depuis la page de l’intégration.',
      },
      { meta: { why } },
    );
  }
}

/** The person said no at the vendor, or the vendor did. */
export class AuthorizationDenied extends AppError {
  constructor() {
    super('forbidden', 'INTEGRATIONS.AUTHORIZATION_DENIED', {
      en: 'The vendor did not grant access. Start again and accept the requested rights.',
      fr: 'Le fournisseur n’a pas accordé l’accès. Recommencez et acceptez les droits demandés.',
    });
  }
}
