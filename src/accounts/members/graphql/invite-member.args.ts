import { ArgsType, Field } from '@nestjs/graphql';
import { EmailAddressScalar } from '../../../kernel/graphql/index.js';
import type { Membership } from '../membership.entity.js';
import { WorkspaceRoleEnum } from './workspace-role.enum.js';

@ArgsType()
export class InviteMemberArgs {
  @Field(() => EmailAddressScalar)
  email!: string;

  @Field(() => WorkspaceRoleEnum, { description: 'At most what you may do yourself.' })
  role!: Membership['role'];
}
