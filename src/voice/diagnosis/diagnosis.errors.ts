import { AppError, InvalidInput, NotFound } from '../../kernel/errors/index.js';

export class DiagnosisNotFound extends NotFound {
  constructor(id: string) {
    super(
      'VOICE.DIAGNOSIS_NOT_FOUND',
      {
        en: 'This diagnosis is not kept any more. Run diagnoseConnection again.',
        fr: 'Ce diagnostic n’est plus conservé. Relancez diagnoseConnection.',
      },
      id,
    );
  }
}

export class RepairNotFound extends NotFound {
  constructor(id: string) {
    super(
      'VOICE.REPAIR_NOT_FOUND',
      {
        en: 'This diagnosis has not offered that repair. Take the ids from its own checks.',
        fr: 'Ce diagnostic n’a pas proposé cette réparation. Reprenez les identifiants de ses propres vérifications.',
      },
      id,
    );
  }
}

export class RepairNotApplied extends AppError {
  constructor() {
    super('conflict', 'VOICE.REPAIR_NOT_APPLIED', {
      en: 'That repair has not been made, or has been undone already: there is nothing to undo.',
      fr: 'Cette réparation n’a pas été faite, ou a déjà été annulée : il n’y a rien à annuler.',
    });
  }
}

export class RepairOutdated extends AppError {
  constructor() {
    super('conflict', 'VOICE.REPAIR_OUTDATED', {
      en: 'Things have changed since this diagnosis. Run diagnoseConnection again and use what it offers.',
      fr: 'La situation a changé depuis ce diagnostic. Relancez diagnoseConnection et utilisez ce qu’il propose.',
    });
  }
}

export class TooManyDiagnoses extends InvalidInput {
  constructor(most: number) {
    const message = { en: `Ask for 1 to ${most} at once.`, fr: `Demandez-en de 1 à ${most} à la fois.` };
    super('VOICE.TOO_MANY_DIAGNOSES', message, [{ path: 'first', message }]);
  }
}
