import { AppError, NotFound } from '../../kernel/errors/index.js';

export class MemberNotFound extends NotFound {
  constructor(userId: string) {
    super(
      'ACCOUNTS.MEMBER_NOT_FOUND',
      {
        en: 'This person is not a member of the workspace.',
        fr: 'Cette personne n’est pas membre de l’espace de travail.',
      },
      userId,
    );
  }
}

export class LastOwnerStays extends AppError {
  constructor() {
    super('conflict', 'ACCOUNTS.LAST_OWNER_STAYS', {
      en: 'A workspace keeps at least one owner. Invite another owner first.',
      fr: 'Un espace de travail garde au moins un propriétaire. Invitez d’abord un autre propriétaire.',
    });
  }
}

export class AlreadyMember extends AppError {
  constructor() {
    super('conflict', 'ACCOUNTS.ALREADY_MEMBER', {
      en: 'This person is a member of the workspace already.',
      fr: 'Cette personne est déjà membre de l’espace de travail.',
    });
  }
}

export class RoleAboveOwn extends AppError {
  constructor() {
    super('forbidden', 'ACCOUNTS.ROLE_ABOVE_OWN', {
      en: 'You can only give a role whose permissions you hold yourself.',
      fr: 'Vous ne pouvez donner qu’un rôle dont vous avez vous-même toutes les permissions.',
    });
  }
}

/** One answer for a token that is unknown, expired, used, or meant for another address. */
export class InvitationRefused extends AppError {
  constructor() {
    super('invalid_input', 'ACCOUNTS.INVITATION_REFUSED', {
      en: 'This invitation has expired, was used, or was sent to another address. Sign in with the invited address, or ask for a new invitation.',
      fr: 'Cette invitation a expiré, a déjà servi ou était adressée à une autre personne. Connectez-vous avec l’adresse invitée, ou demandez une nouvelle invitation.',
    });
  }
}
