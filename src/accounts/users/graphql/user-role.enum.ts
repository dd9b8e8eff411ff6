import { registerEnumType } from '@nestjs/graphql';
import type { UserRole } from '../user.entity.js';

export const UserRoleEnum: Readonly<{ [Role in UserRole]: Role }> = { ADMIN: 'ADMIN', MEMBER: 'MEMBER' };

registerEnumType(UserRoleEnum, {
  name: 'UserRole',
  description: 'What a user is for the platform as a whole.',
  valuesMap: {
    ADMIN: { description: 'The platform’s operator: reads everything, may enter any workspace, audited.' },
    MEMBER: { description: 'Works in the workspaces of which they are a member.' },
  },
});
