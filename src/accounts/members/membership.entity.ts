import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { WorkspaceRole } from '../../kernel/auth/index.js';

/** Who may work in a workspace, and as what. Removal keeps the row: the audit log still names the person. */
@Entity('memberships')
@Check('memberships_role_check', `role IN ('OWNER', 'MEMBER', 'VIEWER')`)
@Index('memberships_active', ['workspaceId', 'userId'], { unique: true, where: 'deleted_at IS NULL' })
export class Membership {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Workspace', { name: 'memberships_workspace_fk' })
  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Index('memberships_user')
  @ForeignKey('User', { name: 'memberships_user_fk' })
  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text')
  role!: WorkspaceRole;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'deleted_at', nullable: true })
  deletedAt!: Date | null;
}
