import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { apiKeyPrefix } from '../../global-id-prefixes.js';
import type { ApiKey } from '../api-key.entity.js';

@ObjectType('ApiKey', {
  implements: () => NodeType,
  description: 'A key with which a program works in the workspace: `Authorization: Bearer ab_…`.',
})
export class ApiKeyType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'How the secret begins.' })
  prefix!: string;

  @Field(() => [String])
  permissions!: string[];

  @Field(() => DateTimeScalar, { nullable: true, description: 'To the minute.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Null for a key that does not expire.' })
  expiresAt!: Date | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

@ObjectType('NewApiKey', { description: 'A fresh key with its secret, which is shown this once.' })
export class NewApiKeyType {
  @Field(() => ApiKeyType)
  apiKey!: ApiKeyType;

  @Field(() => String, { description: 'Shown this once.' })
  secret!: string;
}

export function toApiKeyType(key: ApiKey): ApiKeyType {
  const { id, name, prefix, permissions, lastUsedAt, expiresAt, createdAt } = key;
  return { id: toGlobalId(apiKeyPrefix, id), name, prefix, permissions, lastUsedAt, expiresAt, createdAt };
}
