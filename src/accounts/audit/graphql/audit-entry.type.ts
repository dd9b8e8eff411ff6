import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Connection, DateTimeScalar, JsonScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { auditPrefix } from '../../global-id-prefixes.js';
import type { AuditRow } from '../audit.repository.js';

export const AuditActorKindEnum = {
  USER: 'USER',
  ADMIN: 'ADMIN',
  API_KEY: 'API_KEY',
  SYSTEM: 'SYSTEM',
  ANONYMOUS: 'ANONYMOUS',
} as const;

registerEnumType(AuditActorKindEnum, {
  name: 'AuditActorKind',
  description: 'Who acted.',
  valuesMap: {
    USER: { description: 'A member of the workspace.' },
    ADMIN: { description: 'The platform’s operator.' },
    API_KEY: { description: 'A program with an API key.' },
    SYSTEM: { description: 'This server itself.' },
    ANONYMOUS: { description: 'Someone who was not signed in.' },
  },
});

@ObjectType('AuditEntry', {
  implements: () => NodeType,
  description: 'One fact of the audit log, which only ever grows.',
})
export class AuditEntryType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeScalar)
  at!: Date;

  @Field(() => AuditActorKindEnum)
  actorKind!: keyof typeof AuditActorKindEnum;

  @Field(() => String, { description: 'What happened, such as `member.removed`.' })
  action!: string;

  @Field(() => ID, { nullable: true, description: 'What it happened to.' })
  targetId!: string | null;

  @Field(() => JsonScalar, { nullable: true })
  details!: unknown;

  /** The user itself is resolved when it is asked for. */
  userId!: string | null;
}

export const AuditEntryConnection = Connection(AuditEntryType);

const actorKinds: Readonly<Record<AuditRow['actorKind'], keyof typeof AuditActorKindEnum>> = {
  user: 'USER',
  admin: 'ADMIN',
  api_key: 'API_KEY',
  system: 'SYSTEM',
  anonymous: 'ANONYMOUS',
};

export function toAuditEntryType({ id, at, actorKind, action, targetId, details, userId }: AuditRow): AuditEntryType {
  return { id: toGlobalId(auditPrefix, id), at, actorKind: actorKinds[actorKind], action, targetId, details, userId };
}
