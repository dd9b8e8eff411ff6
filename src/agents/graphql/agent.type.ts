import { Field, ObjectType } from '@nestjs/graphql';
import { NodeType } from '../../kernel/graphql/index.js';
import { toAgentId } from '../agent-id.js';
import type { Agent } from '../agents.service.js';

@ObjectType('Agent', {
  implements: () => NodeType,
  description: 'One of the seven specialists that every workspace employs.',
})
export class AgentType extends NodeType {
  @Field(() => String, {
    description:
      'Which specialist it is, the same in every workspace: soshie, cassie, seomi, dexter, buddy, emmie, penn.',
  })
  key!: string;

  @Field(() => String, { description: 'At most 80 characters; the workspace may choose another.' })
  name!: string;

  @Field(() => String, { description: 'Its trade, in the reader’s language.' })
  role!: string;

  @Field(() => String, { description: 'What it does, in the reader’s language.' })
  description!: string;

  @Field(() => String, {
    description:
      'What its model is told: in the reader’s language, or in the workspace’s own words where it wrote some.',
  })
  instructions!: string;

  @Field(() => Boolean, { description: 'Whether it takes tasks.' })
  enabled!: boolean;

  @Field(() => String, { nullable: true, description: 'Whose model it uses; null for the deployment’s choice.' })
  modelProvider!: string | null;

  @Field(() => String, { nullable: true, description: 'Which model it uses; null for the deployment’s choice.' })
  model!: string | null;
}

export function toAgentType({ id, ...agent }: Agent): AgentType {
  return { id: toAgentId(id), ...agent };
}
