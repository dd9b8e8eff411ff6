import { InvalidInput } from '../../errors/index.js';

export const maxPageSize = 100;

export class PageSizeInvalid extends InvalidInput {
  constructor() {
    super('KERNEL.PAGE_SIZE_INVALID', {
      en: `Ask for 1 to ${maxPageSize} entries with "first", and follow "endCursor" for more.`,
      fr: `Demandez de 1 à ${maxPageSize} éléments avec « first », et suivez « endCursor » pour la suite.`,
    });
  }
}

export class CursorInvalid extends InvalidInput {
  constructor() {
    super('KERNEL.CURSOR_INVALID', {
      en: 'This cursor does not belong to this list. Use a cursor that this list gave, or start without one.',
      fr: 'Ce curseur n’appartient pas à cette liste. Utilisez un curseur fourni par cette liste, ou commencez sans.',
    });
  }
}
