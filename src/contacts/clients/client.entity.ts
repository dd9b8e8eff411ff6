import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';

/** Whom an assistant answers for: the workspace's own business, or one of an agency's many. */
@Entity('clients')
@Unique('clients_of_workspace', ['workspaceId', 'id'])
@Index('clients_name', { synchronize: false })
export class Client {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Workspace', { name: 'clients_workspace_fk' })
  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  /** Unique in the workspace, whatever the case. */
  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
