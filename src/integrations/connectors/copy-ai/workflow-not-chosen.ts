import { InvalidInput } from '../../../kernel/errors/index.js';

/** The connection does not say which of the customer's workflows does this. */
export class WorkflowNotChosen extends InvalidInput {
  constructor(field: string) {
    const message = {
      en: 'Set up a workflow first: build one in Copy.ai that does this, then enter its id in the settings of this connection.',
      fr: 'Configurez d’abord un workflow : créez-en un dans Copy.ai qui fait cela, puis saisissez son identifiant dans les réglages de cette connexion.',
    };
    super('INTEGRATIONS.COPY_AI_WORKFLOW_NOT_CHOSEN', message, [{ path: field, message }]);
  }
}
