import { AppError, InvalidInput, NotFound, type FieldFault } from '../kernel/errors/index.js';

export class IntegrationNotFound extends NotFound {
  constructor(key: string) {
    super(
      'INTEGRATIONS.NOT_FOUND',
      {
        en: 'This integration does not exist. The query integrations lists those that do.',
        fr: 'Cette intégration n’existe pas. La requête integrations liste celles qui existent.',
      },
      key.slice(0, 100),
    );
  }
}

export class ConnectionNotFound extends NotFound {
  constructor() {
    super('INTEGRATIONS.CONNECTION_NOT_FOUND', {
      en: 'There is no such connection. Configure the integration first.',
      fr: 'Cette connexion n’existe pas. Configurez d’abord l’intégration.',
    });
  }
}

/** The agent does not work with this integration, or the integration belongs to agents and none was named. */
export class NotForAgent extends InvalidInput {
  constructor(agents: readonly string[]) {
    const whose = agents.length > 0 ? agents.join(', ') : null;
    const message = whose
      ? {
          en: `This integration is used by ${whose}: give one of them as agentId.`,
          fr: `Cette intégration est utilisée par ${whose} : indiquez l’un d’eux comme agentId.`,
        }
      : {
          en: 'This integration belongs to the whole workspace: leave agentId out.',
          fr: 'Cette intégration appartient à tout l’espace de travail : n’indiquez pas d’agentId.',
        };
    super('INTEGRATIONS.NOT_FOR_AGENT', message, [{ path: 'agentId', message }]);
  }
}

export class CredentialsInvalid extends InvalidInput {
  constructor(fields: readonly FieldFault[]) {
    const names = fields.map(({ path }) => path).join(', ');
    super(
      'INTEGRATIONS.CREDENTIALS_INVALID',
      { en: `Correct these fields and try again: ${names}.`, fr: `Corrigez ces champs puis réessayez : ${names}.` },
      fields,
    );
  }
}

export class ConnectionNameInvalid extends InvalidInput {
  constructor() {
    const message = {
      en: 'Give the connection a name of 1 to 80 characters.',
      fr: 'Donnez à la connexion un nom de 1 à 80 caractères.',
    };
    super('INTEGRATIONS.NAME_INVALID', message, [{ path: 'name', message }]);
  }
}

/** A connection whose credentials were erased. */
export class Disconnected extends AppError {
  constructor() {
    super('conflict', 'INTEGRATIONS.DISCONNECTED', {
      en: 'This connection is disconnected and its credentials are erased. Configure it again.',
      fr: 'Cette connexion est déconnectée et ses identifiants sont effacés. Configurez-la à nouveau.',
    });
  }
}

/** No access token, and nothing to get one with: a person has to sign in at the vendor. */
export class SignInNeeded extends AppError {
  constructor(integration: string) {
    super('credential_rejected', 'INTEGRATIONS.SIGN_IN_NEEDED', {
      en: `Sign in to ${integration} first: ask startIntegrationAuthorization for the address and open it.`,
      fr: `Connectez-vous d’abord à ${integration} : demandez l’adresse à startIntegrationAuthorization et ouvrez-la.`,
    });
  }
}

export class ActionNotOffered extends NotFound {
  constructor(action: string) {
    super(
      'INTEGRATIONS.ACTION_NOT_OFFERED',
      {
        en: 'This agent has no such action with this integration.',
        fr: 'Cet agent n’a pas cette action avec cette intégration.',
      },
      action.slice(0, 100),
    );
  }
}

/** Credentials of customers would go to a stand-in. */
export class StandInInProduction extends Error {
  constructor() {
    super('INTEGRATIONS_STAND_IN_URL is for tests: unset it in production.');
  }
}

/** The credentials were replaced while something was done with the old ones. */
export class ConnectionChanged extends AppError {
  constructor() {
    super('conflict', 'INTEGRATIONS.CONNECTION_CHANGED', {
      en: 'The credentials of this connection have just been replaced. Try again.',
      fr: 'Les identifiants de cette connexion viennent d’être remplacés. Réessayez.',
    });
  }
}

/** Nobody works for an agent that was switched off. */
export class AgentSwitchedOff extends AppError {
  constructor() {
    super('conflict', 'INTEGRATIONS.AGENT_SWITCHED_OFF', {
      en: 'This agent is switched off. Switch it on to let it work.',
      fr: 'Cet agent est désactivé. Activez-le pour qu’il travaille.',
    });
  }
}
