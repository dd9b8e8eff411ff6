import { Field, ID, ObjectType } from '@nestjs/graphql';
import { inLocale, type Locale } from '../../../kernel/errors/index.js';
import { DateTimeScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import type { Diagnosis, KeptCheck } from '../diagnosis.js';
import { diagnosisPrefix, repairPrefix } from '../diagnosis-id.js';
import type { CheckStatus, Told } from '../finding.js';
import type { KeptRepair } from '../repairs/repair.js';
import { ConnectionCheckType } from './connection-check.type.js';
import { CheckStatusEnum } from './diagnosis.enums.js';

@ObjectType('ConnectionDiagnosis', {
  implements: () => NodeType,
  description:
    'What was found between a telephone number and the records of its calls. Kept for 90 days, and longer where something ' +
    'was repaired by it.',
})
export class ConnectionDiagnosisType implements NodeType {
  @Field(() => ID)
  id!: string;

  /** The database’s id of the assistant. */
  assistantId!: string;

  @Field(() => CheckStatusEnum, { description: 'Of its worst check.' })
  status!: CheckStatus;

  @Field(() => [ConnectionCheckType], {
    description: 'Along the way of a call: the first that fails is where it breaks. What does not apply is left out.',
  })
  checks!: ConnectionCheckType[];

  @Field(() => DateTimeScalar)
  checkedAt!: Date;
}

/** @param repairs Those that this diagnosis has offered, in any order. */
export function toDiagnosisType(
  { id, assistantId, status, checks, checkedAt }: Diagnosis,
  repairs: readonly KeptRepair[],
  locale: Locale,
): ConnectionDiagnosisType {
  const repairOf = (key: string) => repairs.find((each) => each.diagnosisId === id && each.checkKey === key);
  return {
    ...{ id: toGlobalId(diagnosisPrefix, id), assistantId, status, checkedAt },
    checks: checks.map((check) => toCheckType(check, repairOf(check.key), locale)),
  };
}

function toCheckType(check: KeptCheck, repair: KeptRepair | undefined, locale: Locale): ConnectionCheckType {
  const { key, hop, status, observed, expected, advice, helpUrl } = check;
  return {
    ...{ key, hop, status, observed: told(observed, locale), expected: told(expected, locale) },
    advice: told(advice, locale),
    helpUrl: helpUrl ?? null,
    repair: repair ? toRepairType(repair, locale) : null,
  };
}

function toRepairType({ id, description, before, after, appliedAt }: KeptRepair, locale: Locale) {
  return { id: toGlobalId(repairPrefix, id), description: inLocale(description, locale), before, after, appliedAt };
}

function told(text: Told | undefined, locale: Locale): string | null {
  if (text === undefined) return null;
  return typeof text === 'string' ? text : inLocale(text, locale);
}
