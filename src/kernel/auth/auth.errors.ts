import { AppError } from '../errors/index.js';
import type { Permission } from './permissions.js';

export class Unauthenticated extends AppError {
  constructor() {
    super('unauthenticated', 'AUTH.SIGN_IN_REQUIRED', {
      en: 'Sign in, or send a valid access token or API key.',
      fr: 'Connectez-vous, ou envoyez un jeton d’accès ou une clé d’API valide.',
    });
  }
}

export class TokenRefused extends AppError {
  constructor() {
    super('unauthenticated', 'AUTH.TOKEN_REFUSED', {
      en: 'This token or key is not valid any more. Refresh the session or sign in again.',
      fr: 'Ce jeton ou cette clé n’est plus valide. Renouvelez la session ou reconnectez-vous.',
    });
  }
}

export class CsrfRefused extends AppError {
  constructor() {
    super('forbidden', 'AUTH.CSRF_TOKEN_MISSING', {
      en: 'Send the X-CSRF-Token header that belongs to this session cookie.',
      fr: 'Envoyez l’en-tête X-CSRF-Token qui correspond à ce cookie de session.',
    });
  }
}

export class PermissionMissing extends AppError {
  constructor(permission: Permission | 'platform:admin') {
    super(
      'forbidden',
      'AUTH.PERMISSION_MISSING',
      {
        en: `You need the permission "${permission}" for this. Ask an owner of the workspace.`,
        fr: `Il vous faut la permission « ${permission} ». Demandez-la à un propriétaire de l’espace de travail.`,
      },
      { meta: { permission } },
    );
  }
}
