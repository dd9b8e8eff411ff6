import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { ClientAddress, Ctx, Public } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { contextOf, EmailAddressScalar, GraphqlContext } from '../../kernel/graphql/index.js';
import { AuthPayloadType } from '../sessions/graphql/auth-payload.type.js';
import { SignedInContext } from '../sessions/signed-in-context.js';
import { ResetPasswordArgs } from './graphql/reset-password.args.js';
import { PasswordChangeService } from './password-change.service.js';
import { PasswordResetService } from './password-reset.service.js';

@Resolver()
export class PasswordsResolver {
  constructor(
    private readonly resets: PasswordResetService,
    private readonly changes: PasswordChangeService,
    private readonly signedIn: SignedInContext,
  ) {}

  @Mutation(() => Boolean, {
    description: 'Mails a link to the owner of the address. True whether or not there is one.',
  })
  @Public()
  requestPasswordReset(
    @Ctx() ctx: RequestContext,
    @Args('email', { type: () => EmailAddressScalar }) email: string,
    @ClientAddress() address: string,
  ): Promise<boolean> {
    return this.resets.request(ctx, email, address);
  }

  @Mutation(() => AuthPayloadType, {
    description: 'Sets a new password with the token of the mailed link, and ends every session that was open.',
  })
  @Public()
  async resetPassword(
    @Args() { token, password }: ResetPasswordArgs,
    @Context() context: GraphqlContext,
  ): Promise<AuthPayloadType> {
    return this.signedIn.payload(context, await this.changes.reset(contextOf(context), token, password));
  }
}
