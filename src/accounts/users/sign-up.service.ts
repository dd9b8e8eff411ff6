import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RequestContext } from '../../kernel/context/index.js';
import { hashPassword } from '../../kernel/crypto/index.js';
import { UnitOfWork } from '../../kernel/database/index.js';
import { parseInput } from '../../kernel/errors/index.js';
import { asAccounts } from '../as-accounts.js';
import { signUpFrom } from '../sessions/account-limits.js';
import { AttemptLimits } from '../sessions/attempt-limits.js';
import type { SignedIn } from '../sessions/session-issuer.js';
import { SessionOpener } from '../sessions/session-opener.js';
import { localeTag, timeZoneName } from '../workspaces/locale-rules.js';
import { AccountCreator } from './account-creator.js';
import { displayName, emailAddress, newPassword } from './account-rules.js';
import { EmailTaken } from './users.errors.js';

const signUpInput = z.object({
  email: emailAddress,
  password: newPassword,
  name: displayName,
  workspaceName: displayName,
  locale: localeTag.nullish(),
  timeZone: timeZoneName.nullish(),
});

const localeOf = { fr: 'fr-FR', en: 'en-US' };

@Injectable()
export class SignUpService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly limits: AttemptLimits,
    private readonly accounts: AccountCreator,
    private readonly opener: SessionOpener,
  ) {}

  /**
   * Makes a user with a workspace, and signs them in.
   *
   * @throws EmailTaken; that this tells who has an account is inherent in a sign-up that answers at once, so attempts
   * are limited by address.
   */
  async signUp(ctx: RequestContext, input: z.input<typeof signUpInput>, address: string): Promise<SignedIn> {
    const { email, password, name, workspaceName, timeZone, ...wish } = parseInput(signUpInput, input);
    await this.limits.take([signUpFrom(address)]);
    const passwordHash = await hashPassword(password);
    const locale = wish.locale ?? localeOf[ctx.locale];
    const workspace = { name: workspaceName, locale, timeZone: timeZone ?? undefined };
    return this.unitOfWork.run(asAccounts(ctx), async (tx) => {
      const account = await this.accounts.create(tx, { email, name, locale, passwordHash, workspace });
      if (!account) throw new EmailTaken();
      return this.opener.open(tx, { user: account.user, workspaceId: account.workspace.id, kind: 'bearer' });
    });
  }
}
