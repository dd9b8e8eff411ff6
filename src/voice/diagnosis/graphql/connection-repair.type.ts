import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar, JsonScalar } from '../../../kernel/graphql/index.js';

@ObjectType('ConnectionRepair', {
  description:
    'Something that repairConnection can put right. Nothing is written before somebody asks for it by its id.',
})
export class ConnectionRepairType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it does, in the reader’s language.' })
  description!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'As it was when it was looked at; secrets are masked.' })
  before!: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'As it is to be; secrets are masked.' })
  after!: unknown;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description: 'When it was made; null where it was not, or was undone. undoRepair takes it back.',
  })
  appliedAt!: Date | null;
}
