import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { Connection, DateTimeScalar, NodeType, toGlobalId } from '../../../kernel/graphql/index.js';
import { workspacePrefix } from '../../global-id-prefixes.js';
import type { WorkspaceFacts } from '../workspace-directory.js';

@ObjectType('Workspace', {
  implements: () => NodeType,
  description: 'A business and everything that belongs to it; nobody sees into another one.',
})
export class WorkspaceType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'BCP 47, such as fr-FR.' })
  locale!: string;

  @Field(() => String, { description: 'IANA, such as Europe/Paris: where days and hours of statistics begin.' })
  timeZone!: string;

  @Field(() => String, { description: 'ISO 4217, such as EUR: in which costs are shown.' })
  currency!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'After how many days calls and stored webhook bodies are deleted; null keeps them.',
  })
  retentionDays!: number | null;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export const WorkspaceConnection = Connection(WorkspaceType);

export function toWorkspaceType(workspace: WorkspaceFacts): WorkspaceType {
  const { id, name, locale, timeZone, currency, retentionDays, createdAt } = workspace;
  return { id: toGlobalId(workspacePrefix, id), name, locale, timeZone, currency, retentionDays, createdAt };
}
