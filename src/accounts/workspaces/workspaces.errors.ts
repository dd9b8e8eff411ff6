import { AppError, NotFound } from '../../kernel/errors/index.js';

export class WorkspaceNotFound extends NotFound {
  constructor(id?: string) {
    super(
      'ACCOUNTS.WORKSPACE_NOT_FOUND',
      {
        en: 'This workspace does not exist, or you are not a member of it.',
        fr: 'Cet espace de travail n’existe pas, ou vous n’en êtes pas membre.',
      },
      id,
    );
  }
}

export class WorkspaceHeaderRefused extends AppError {
  constructor() {
    super('forbidden', 'ACCOUNTS.WORKSPACE_HEADER_REFUSED', {
      en: 'The header X-Workspace-Id is for platform administrators. Use switchWorkspace to work in another workspace.',
      fr: 'L’en-tête X-Workspace-Id est réservé aux administrateurs. Utilisez switchWorkspace pour changer d’espace de travail.',
    });
  }
}
