import { AppError, InvalidInput, NotFound, type FieldFault } from '../kernel/errors/index.js';

export class ContactNotFound extends NotFound {
  constructor(id: string) {
    super('CONTACTS.CONTACT_NOT_FOUND', { en: 'This contact does not exist.', fr: 'Ce contact n’existe pas.' }, id);
  }
}

export class ClientNotFound extends NotFound {
  constructor(id: string) {
    super('CONTACTS.CLIENT_NOT_FOUND', { en: 'This client does not exist.', fr: 'Ce client n’existe pas.' }, id);
  }
}

/** A number or an address that another contact of the workspace has. */
export class IdentityTaken extends AppError {
  constructor(kinds: readonly ('phone' | 'email')[]) {
    super(
      'conflict',
      'CONTACTS.IDENTITY_TAKEN',
      {
        en: 'Another contact has this number or e-mail address. Change that contact, or leave it out here.',
        fr: 'Un autre contact a déjà ce numéro ou cette adresse. Modifiez ce contact, ou retirez-la d’ici.',
      },
      { fields: [...new Set(kinds)].map(takenField) },
    );
  }
}

export class MemoryNeedsConsent extends InvalidInput {
  constructor() {
    const message = {
      en: 'Something about a person can be remembered only with consent: set memoryConsent as well.',
      fr: 'Une information sur une personne ne se retient qu’avec son accord : renseignez aussi memoryConsent.',
    };
    super('CONTACTS.MEMORY_NEEDS_CONSENT', message, [{ path: 'input.memory', message }]);
  }
}

function takenField(kind: 'phone' | 'email'): FieldFault {
  return kind === 'phone'
    ? { path: 'input.phoneNumbers', message: { en: 'Another contact has it.', fr: 'Un autre contact l’a déjà.' } }
    : { path: 'input.emails', message: { en: 'Another contact has it.', fr: 'Un autre contact l’a déjà.' } };
}
