import { Field, ID, ObjectType } from '@nestjs/graphql';
import { inLocale, type Locale } from '../../../kernel/errors/index.js';
import { DateTimeScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { alertPrefix } from '../alert-id.js';
import type { AlertRow } from '../alert.repository.js';

@ObjectType('Alert', { implements: () => NodeType, description: 'One incident: something that is wrong, or was.' })
export class AlertType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'CALL_FAILED, CONNECTION_EXPIRED, WEBHOOKS_STOPPED or CHAIN_BROKEN.' })
  kind!: string;

  @Field(() => String, { description: 'What is wrong, in the reader’s language.' })
  message!: string;

  @Field(() => String, { description: 'What to do about it, in the reader’s language.' })
  advice!: string;

  @Field(() => DateTimeScalar, { description: 'When it happened.' })
  at!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When all was well again; null while it is open.' })
  resolvedAt!: Date | null;

  @Field(() => ID, {
    nullable: true,
    description: 'What it concerns: an assistant, a call, a connection, an endpoint.',
  })
  targetId!: string | null;
}

export function toAlertType(row: AlertRow, locale: Locale): AlertType {
  const { kind, at, resolvedAt, targetId } = row;
  return {
    ...{ id: toGlobalId(alertPrefix, row.id), kind, at, resolvedAt, targetId },
    message: inLocale(row.message, locale),
    advice: inLocale(row.advice, locale),
  };
}
