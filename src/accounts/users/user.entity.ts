import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export type UserRole = 'ADMIN' | 'MEMBER';

/** A person with a password. Belongs to no workspace; memberships say where the person works. */
@Entity('users')
@Check('users_role_check', `role IN ('ADMIN', 'MEMBER')`)
@Check('users_email_check', `email = lower(email)`)
@Index('users_email', ['email'], { unique: true })
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  /** Always lower case. */
  @Column('text')
  email!: string;

  @Column('text')
  name!: string;

  /** BCP 47. */
  @Column('text')
  locale!: string;

  @Column('text', { default: 'MEMBER' })
  role!: UserRole;

  /** Only the role `ab_accounts` may read it, so it is asked for by name. */
  @Column('text', { name: 'password_hash', select: false })
  passwordHash!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
