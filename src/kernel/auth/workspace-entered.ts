import type { RequestContext } from '../context/index.js';
import { AppError } from '../errors/index.js';

/** A platform ADMIN sees all workspaces, and changes something in one of them only. */
export class WorkspaceNotEntered extends AppError {
  constructor() {
    super('forbidden', 'AUTH.ENTER_WORKSPACE_FIRST', {
      en: 'Enter a workspace first: switchWorkspace, or the header X-Workspace-Id.',
      fr: 'Entrez d’abord dans un espace de travail : switchWorkspace, ou l’en-tête X-Workspace-Id.',
    });
  }
}

/**
 * For writes: a platform ADMIN who has entered no workspace reads only.
 *
 * @throws WorkspaceNotEntered
 */
export function assertWorkspaceEntered(ctx: RequestContext): void {
  if (ctx.access === 'admin') throw new WorkspaceNotEntered();
}
