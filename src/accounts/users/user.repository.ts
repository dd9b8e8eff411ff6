import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import type { RequestContext } from '../../kernel/context/index.js';
import { managerOf, sql } from '../../kernel/database/index.js';
import { User } from './user.entity.js';

export interface NewUser {
  id: string;
  email: string;
  name: string;
  locale: string;
  role: User['role'];
  passwordHash: string;
}

/** A user belongs to no workspace: under access `tenant`, row-level security shows the members of the workspace only. */
@Injectable()
export class UserRepository {
  /** @returns null when the address is taken. */
  async insert(ctx: RequestContext, user: NewUser): Promise<User | null> {
    const inserted = await sql(
      ctx,
      `INSERT INTO users (id, email, name, locale, role, password_hash) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (email) DO NOTHING RETURNING id`,
      [user.id, user.email, user.name, user.locale, user.role, user.passwordHash],
    );
    return inserted.length === 0 ? null : this.findAcrossTenantsById(ctx, user.id);
  }

  findAcrossTenantsById(ctx: RequestContext, id: string): Promise<User | null> {
    return managerOf(ctx).findOneBy(User, { id });
  }

  findAcrossTenantsByEmail(ctx: RequestContext, email: string): Promise<User | null> {
    return managerOf(ctx).findOneBy(User, { email });
  }

  /** Those of them that the context may see: past and present members of its workspace. */
  findVisible(ctx: RequestContext, ids: readonly string[]): Promise<User[]> {
    return managerOf(ctx).findBy(User, { id: In([...ids]) });
  }

  /** With access `accounts` only: no other role may read the column. */
  async findAcrossTenantsPasswordHash(ctx: RequestContext, id: string): Promise<string | null> {
    const [row] = await sql<{ password_hash: string }>(ctx, 'SELECT password_hash FROM users WHERE id = $1', [id]);
    return row?.password_hash ?? null;
  }

  async changePasswordHash(ctx: RequestContext, id: string, passwordHash: string): Promise<void> {
    await managerOf(ctx).update(User, { id }, { passwordHash });
  }
}
