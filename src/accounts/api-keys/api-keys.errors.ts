import { InvalidInput, NotFound, AppError } from '../../kernel/errors/index.js';
import { permissions } from '../../kernel/auth/index.js';

export class ApiKeyNotFound extends NotFound {
  constructor(id: string) {
    super(
      'ACCOUNTS.API_KEY_NOT_FOUND',
      { en: 'This API key does not exist.', fr: 'Cette clé d’API n’existe pas.' },
      id,
    );
  }
}

export class UnknownPermission extends InvalidInput {
  constructor(unknown: readonly string[]) {
    const known = permissions.join(', ');
    super('ACCOUNTS.UNKNOWN_PERMISSION', {
      en: `There is no permission ${unknown.join(', ')}. Choose among: ${known}.`,
      fr: `La permission ${unknown.join(', ')} n’existe pas. Choisissez parmi : ${known}.`,
    });
  }
}

export class PermissionNotHeld extends AppError {
  constructor(missing: readonly string[]) {
    super('forbidden', 'ACCOUNTS.PERMISSION_NOT_HELD', {
      en: `A key cannot do more than whoever makes it. You lack: ${missing.join(', ')}.`,
      fr: `Une clé ne peut pas plus que son auteur. Il vous manque : ${missing.join(', ')}.`,
    });
  }
}
