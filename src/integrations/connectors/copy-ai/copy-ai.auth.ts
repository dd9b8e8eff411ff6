import { headerKey, type AuthMode } from '../../core/auth-mode.js';
import { textField, type CredentialField } from '../../core/credential-field.js';
import { apiKeyField } from '../../core/usual-fields.js';
import { idField, inputField, workflowIdPattern, workflowIdsPattern, type Purpose } from './workflows.js';

const whereIds = {
  en: 'On the workflow’s API tab, in the address of the API endpoint: WCFG-…',
  fr: 'Dans l’onglet API du workflow, dans l’adresse de l’API endpoint : WCFG-…',
};

/** https://docs.copy.ai/ */
export const apiKeyMode: AuthMode = {
  key: 'api_key',
  label: { en: 'Workspace API key', fr: 'Clé d’API de l’espace de travail' },
  fields: [
    apiKeyField({
      help: {
        en: 'Configuration > View API Keys > Create API Key; owners and admins only',
        fr: 'Configuration > View API Keys > Create API Key ; propriétaires et admins seulement',
      },
    }),
    ...purposeFields('generation', { en: 'writing texts', fr: 'rédiger des textes' }),
    ...purposeFields('brainstorming', { en: 'finding ideas', fr: 'trouver des idées' }),
    ...purposeFields('variations', { en: 'varying a text', fr: 'décliner un texte' }),
    textField('templateWorkflowIds', {
      label: { en: 'Workflows used as templates', fr: 'Workflows servant de modèles' },
      help: {
        en: `Up to 20 ids, separated by commas. ${whereIds.en}`,
        fr: `Jusqu’à 20 identifiants, séparés par des virgules. ${whereIds.fr}`,
      },
      required: false,
      pattern: workflowIdsPattern,
      strict: true,
    }),
  ],
  sign: headerKey('x-copy-ai-api-key', 'apiKey'),
};

function purposeFields(purpose: Purpose, task: { en: string; fr: string }): CredentialField[] {
  return [
    textField(idField(purpose), {
      label: { en: `Workflow for ${task.en}`, fr: `Workflow pour ${task.fr}` },
      help: whereIds,
      required: false,
      pattern: workflowIdPattern,
      strict: true,
    }),
    textField(inputField(purpose), {
      label: { en: `Its main input, for ${task.en}`, fr: `Son entrée principale, pour ${task.fr}` },
      help: {
        en: 'The name of the workflow’s variable that takes the request, exactly as in Copy.ai',
        fr: 'Le nom de la variable du workflow qui reçoit la demande, exactement comme dans Copy.ai',
      },
      fallback: 'Input 1',
    }),
  ];
}
