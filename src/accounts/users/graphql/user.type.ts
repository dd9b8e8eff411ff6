import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, EmailAddressScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { userPrefix } from '../../global-id-prefixes.js';
import type { User } from '../user.entity.js';
import { UserRoleEnum } from './user-role.enum.js';

@ObjectType('User', { implements: () => NodeType, description: 'A person with an account.' })
export class UserType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'BCP 47, such as fr-FR: the language of mail and messages to this person.' })
  locale!: string;

  @Field(() => UserRoleEnum)
  role!: User['role'];

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export type UserFacts = Pick<User, 'id' | 'email' | 'name' | 'locale' | 'role' | 'createdAt'>;

export function toUserType({ id, email, name, locale, role, createdAt }: UserFacts): UserType {
  return { id: toGlobalId(userPrefix, id), email, name, locale, role, createdAt };
}
