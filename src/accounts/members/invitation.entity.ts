import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from '../../kernel/auth/index.js';

/** An offer to join a workspace, for whoever owns the address and has the link. */
@Entity('invitations')
@Check('invitations_role_check', `role IN ('OWNER', 'MEMBER', 'VIEWER')`)
export class Invitation {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Workspace', { name: 'invitations_workspace_fk' })
  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text')
  email!: string;

  @Column('text')
  role!: WorkspaceRole;

  @Index('invitations_token', { unique: true })
  @Column('bytea', { name: 'token_hash' })
  tokenHash!: Buffer;

  @Column('uuid', { name: 'invited_by', nullable: true })
  invitedBy!: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
