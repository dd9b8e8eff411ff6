import { Field, InputType, Int } from '@nestjs/graphql';

@InputType({ description: 'What is left out stays as it is.' })
export class UpdateWorkspaceInput {
  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => String, { nullable: true, description: 'BCP 47, such as fr-FR.' })
  locale?: string | null;

  @Field(() => String, { nullable: true, description: 'IANA, such as Europe/Paris.' })
  timeZone?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'ISO 4217, such as EUR. Costs shown so far keep their currency.',
  })
  currency?: string | null;

  @Field(() => Int, { nullable: true, description: 'Days, 1 or more; null keeps everything.' })
  retentionDays?: number | null;
}
