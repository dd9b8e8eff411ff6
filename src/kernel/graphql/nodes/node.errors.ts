import { NotFound } from '../../errors/index.js';

/** The same answer for a malformed id, for one of another kind, for an absent thing and for another workspace's. */
export class NodeNotFound extends NotFound {
  constructor() {
    super('KERNEL.NOT_FOUND', {
      en: 'Nothing with this id exists in this workspace. Check the id.',
      fr: 'Rien ne porte cet identifiant dans cet espace de travail. Vérifiez l’identifiant.',
    });
  }
}
