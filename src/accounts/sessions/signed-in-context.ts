import { Injectable } from '@nestjs/common';
import { Authenticator } from '../../kernel/auth/index.js';
import { contextOf, type GraphqlContext } from '../../kernel/graphql/index.js';
import { toAuthPayload, type AuthPayloadType } from './graphql/auth-payload.type.js';
import type { SignedIn } from './session-issuer.js';

/** Serves the rest of an operation that opened a session as that session: its `user` and `workspace` have fields of their own. */
@Injectable()
export class SignedInContext {
  constructor(private readonly authenticator: Authenticator) {}

  async payload(context: GraphqlContext, signedIn: SignedIn): Promise<AuthPayloadType> {
    const identity = await this.authenticator.authenticate({ authorization: `Bearer ${signedIn.accessToken}` });
    if (identity) {
      const { actor, workspaceId, access } = identity;
      context.request.requestContext = { ...contextOf(context), actor, workspaceId, access };
    }
    return toAuthPayload(signedIn);
  }
}
