import { ArgsType, Field, ID } from '@nestjs/graphql';
import { PageArgs } from '../../../kernel/graphql/index.js';

@ArgsType()
export class AuditLogArgs extends PageArgs {
  @Field(() => ID, { nullable: true, description: 'Only what happened to this.' })
  targetId?: string | null;
}
