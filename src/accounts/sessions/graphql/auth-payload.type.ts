import { Field, ObjectType } from '@nestjs/graphql';
import { DateTimeScalar } from '../../../kernel/graphql/index.js';
import { toUserType, UserType } from '../../users/graphql/user.type.js';
import { toWorkspaceType, WorkspaceType } from '../../workspaces/graphql/workspace.type.js';
import type { SignedIn } from '../session-issuer.js';

@ObjectType('AuthPayload', { description: 'An open session.' })
export class AuthPayloadType {
  @Field(() => String, { description: 'Send it as `Authorization: Bearer …`. Lives 15 minutes.' })
  accessToken!: string;

  @Field(() => String, {
    description:
      'Exchange it by `refreshSession`, which gives the next one. Lives 30 days without use, and a session 90 days in all.',
  })
  refreshToken!: string;

  @Field(() => DateTimeScalar, { description: 'When the access token expires.' })
  expiresAt!: Date;

  @Field(() => UserType)
  user!: UserType;

  @Field(() => WorkspaceType, { description: 'Where the session works; `switchWorkspace` opens one elsewhere.' })
  workspace!: WorkspaceType;
}

export function toAuthPayload({ accessToken, refreshToken, expiresAt, user, workspace }: SignedIn): AuthPayloadType {
  return { accessToken, refreshToken, expiresAt, user: toUserType(user), workspace: toWorkspaceType(workspace) };
}
