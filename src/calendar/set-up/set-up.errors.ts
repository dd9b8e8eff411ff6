import { AppError, NotFound } from '../../kernel/errors/index.js';

/** A setting of the environment without which there is nothing to set up. */
export class SettingMissing extends AppError {
  constructor(name: string, how: { en: string; fr: string }) {
    super('conflict', 'CALENDAR.SETTING_MISSING', {
      en: `${name} is not set. ${how.en}`,
      fr: `${name} n’est pas défini. ${how.fr}`,
    });
  }
}

export class WorkspaceUnknown extends NotFound {
  constructor(howMany: number) {
    super(
      'CALENDAR.WORKSPACE_UNKNOWN',
      howMany > 1
        ? {
            en: `${howMany} workspaces have this name. Give the id of the one that you mean.`,
            fr: `${howMany} espaces de travail portent ce nom. Donnez l’identifiant de celui que vous visez.`,
          }
        : {
            en: 'No workspace has this name or id. Check it in the settings of the workspace.',
            fr: 'Aucun espace de travail n’a ce nom ou cet identifiant. Vérifiez-le dans ses réglages.',
          },
    );
  }
}

/** An assistant that is declared here and has not been brought to Vapi. */
export class AssistantNotAtVapi extends AppError {
  constructor(name: string) {
    super('conflict', 'CALENDAR.ASSISTANT_NOT_AT_VAPI', {
      en: `The assistant “${name}” is not at Vapi yet. Give the id of one that is.`,
      fr: `L’assistant « ${name} » n’est pas encore chez Vapi. Donnez l’identifiant d’un assistant qui y est.`,
    });
  }
}

export class AssistantElsewhere extends AppError {
  constructor() {
    super('conflict', 'CALENDAR.ASSISTANT_ELSEWHERE', {
      en: 'This assistant belongs to another workspace. Name that one with --workspace.',
      fr: 'Cet assistant appartient à un autre espace de travail. Nommez celui-ci avec --workspace.',
    });
  }
}
