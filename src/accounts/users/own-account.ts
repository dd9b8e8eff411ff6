import { Injectable } from '@nestjs/common';
import { Unauthenticated } from '../../kernel/auth/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { AccountsPool } from '../accounts-pool.js';
import { toUserType, type UserFacts, type UserType } from './graphql/user.type.js';

const ownAccount = {
  name: 'accounts-own-account',
  text: `SELECT id, email, name, locale, role, created_at AS "createdAt" FROM users WHERE id = $1`,
};

/** The account of whoever asks. Its key comes from a checked token, so one prepared statement without a transaction does. */
@Injectable()
export class OwnAccount {
  constructor(private readonly pool: AccountsPool) {}

  async read(ctx: RequestContext): Promise<UserType> {
    const [user] = await this.pool.query<UserFacts>(ownAccount, [ctx.actor.id]);
    if (!user) throw new Unauthenticated();
    return toUserType(user);
  }
}
