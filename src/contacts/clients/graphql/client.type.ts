import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import type { KnownClient } from '../client-directory.js';

@ObjectType('Client', { implements: () => NodeType, description: 'Whom an assistant answers for.' })
export class ClientType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Unique in the workspace, whatever the case.' })
  name!: string;

  @Field(() => EmailAddressScalar, { nullable: true })
  email!: string | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export const clientPrefix = 'client';

export function toClientType(client: KnownClient): ClientType {
  return {
    id: toGlobalId(clientPrefix, client.id),
    name: client.name,
    email: client.email,
    createdAt: client.createdAt,
  };
}
