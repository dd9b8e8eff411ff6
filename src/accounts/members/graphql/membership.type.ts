import { Field, ObjectType } from '@nestjs/graphql';
import { UserType } from '../../users/graphql/user.type.js';
import type { Membership } from '../membership.entity.js';
import { WorkspaceRoleEnum } from './workspace-role.enum.js';

@ObjectType('Membership', { description: 'A person in a workspace, and what they may do there.' })
export class MembershipType {
  @Field(() => UserType)
  user!: UserType;

  @Field(() => WorkspaceRoleEnum)
  role!: Membership['role'];

  /** The workspace itself is resolved when it is asked for. */
  workspaceId!: string;
}
