import { z } from 'zod';
import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorClient } from '../../core/vendor-client.js';

export const projectInput = z
  .string()
  .regex(/^\d+$/)
  .optional()
  .describe('As list_site_audits has it; default: the connected one');

/** The project that an action works on: the one it names, else the connected one. @throws InvalidInput for neither. */
export function projectOf(client: VendorClient, named: string | undefined): string {
  const project = named ?? client.settings.optionalText('projectId');
  if (project !== undefined) return project;
  const message = {
    en: 'Give a project: the connection has none of its own.',
    fr: 'Indiquez un projet : la connexion n’en a pas.',
  };
  throw new InvalidInput('INTEGRATIONS.PROJECT_MISSING', message, [{ path: 'input.projectId', message }]);
}
