import { registerEnumType } from '@nestjs/graphql';
import type { WorkspaceRole } from '../../../kernel/auth/index.js';

export const WorkspaceRoleEnum: Readonly<{ [Role in WorkspaceRole]: Role }> = {
  OWNER: 'OWNER',
  MEMBER: 'MEMBER',
  VIEWER: 'VIEWER',
};

registerEnumType(WorkspaceRoleEnum, {
  name: 'WorkspaceRole',
  description: 'What a user may do in one workspace.',
  valuesMap: {
    OWNER: { description: 'Everything, members, keys and webhooks included.' },
    MEMBER: { description: 'Works with assistants, calls and contacts.' },
    VIEWER: { description: 'Reads.' },
  },
});
