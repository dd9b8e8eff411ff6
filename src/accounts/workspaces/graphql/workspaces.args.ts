import { ArgsType, Field } from '@nestjs/graphql';
import { PageArgs } from '../../../kernel/graphql/index.js';

@ArgsType()
export class WorkspacesArgs extends PageArgs {
  @Field(() => String, { nullable: true, description: 'Part of the name, whatever the case.' })
  search?: string | null;
}
