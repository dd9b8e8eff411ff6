import { ArgsType, Field, ID, Int } from '@nestjs/graphql';

@ArgsType()
export class ConnectionDiagnosesArgs {
  @Field(() => ID)
  assistantId!: string;

  @Field(() => Int, { nullable: true, description: 'How many at most: 1 to 100, 20 where nothing is said.' })
  first?: number | null;
}

@ArgsType()
export class RepairArgs {
  @Field(() => ID)
  diagnosisId!: string;

  @Field(() => [ID], { description: 'Of the diagnosis’ own checks.' })
  repairIds!: string[];
}
