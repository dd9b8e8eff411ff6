import { AppError, InvalidInput, type LocalizedText } from '../../errors/index.js';

/** An operation that asks for more than one operation may; it was refused before anything was read. */
export class OperationTooLarge extends InvalidInput {
  constructor(limit: string, message: LocalizedText) {
    super(`GRAPHQL.TOO_${limit}`, message);
  }
}

export class OperationTimedOut extends AppError {
  constructor(limitMs: number) {
    const seconds = limitMs / 1_000;
    super('upstream_unavailable', 'GRAPHQL.TIMED_OUT', {
      en: `This took longer than ${seconds} s and was given up. Ask for less at once, or try again later.`,
      fr: `Cette opération a dépassé ${seconds} s et a été abandonnée. Demandez-en moins à la fois, ou réessayez plus tard.`,
    });
  }
}

export class IntrospectionRefused extends AppError {
  constructor() {
    super('forbidden', 'GRAPHQL.INTROSPECTION_REFUSED', {
      en: 'Only the platform’s operator may read the schema here. The published schema.graphql has it all.',
      fr: 'Seul l’opérateur de la plateforme peut lire le schéma ici. Le fichier schema.graphql publié contient tout.',
    });
  }
}
