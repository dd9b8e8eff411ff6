import { Field, InputType } from '@nestjs/graphql';

@InputType('UpdateAgentInput', {
  description: 'What is left out stays as it is; null goes back to what the agent was made with.',
})
export class UpdateAgentInput {
  @Field(() => String, { nullable: true, description: 'One line of 1 to 80 characters.' })
  name?: string | null;

  @Field(() => String, { nullable: true, description: '1 to 8,000 characters, in any language.' })
  instructions?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether it takes tasks; an agent is made enabled.' })
  enabled?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: '1 to 100 letters, digits or any of . _ / : - such as openai.',
  })
  modelProvider?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '1 to 100 letters, digits or any of . _ / : - such as gpt-4.1.',
  })
  model?: string | null;
}
