import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../kernel/context/index.js';
import type { User } from '../users/user.entity.js';
import { UserRepository } from '../users/user.repository.js';
import { SessionEnder } from './session-ender.js';
import type { SignedIn } from './session-issuer.js';
import { SessionStart } from './session-start.js';
import { SessionRepository } from './session.repository.js';

/** After a change of password: everything that was open ends, one new session starts. */
@Injectable()
export class SessionRestart {
  constructor(
    private readonly users: UserRepository,
    private readonly sessions: SessionRepository,
    private readonly ender: SessionEnder,
    private readonly start: SessionStart,
  ) {}

  /** Keeps others from opening or ending sessions of the user until the unit of work is over. */
  async lock(tx: RequestContext, userId: string): Promise<User | null> {
    await this.sessions.lockOfUser(tx, userId);
    return this.users.findAcrossTenantsById(tx, userId);
  }

  async restart(tx: RequestContext, user: User): Promise<SignedIn> {
    await this.ender.endAcrossTenants(tx, user.id);
    return this.start.begin(tx, user, 'bearer');
  }
}
