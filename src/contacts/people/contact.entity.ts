import { Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn, Unique, UpdateDateColumn } from 'typeorm';

/** Someone who calls, books, is remembered. */
@Entity('contacts')
@Unique('contacts_of_workspace', ['workspaceId', 'id'])
@Index('contacts_page', { synchronize: false })
export class Contact {
  @PrimaryColumn('uuid')
  id!: string;

  @ForeignKey('Workspace', { name: 'contacts_workspace_fk' })
  @Column('uuid', { name: 'workspace_id' })
  workspaceId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  /** IANA. */
  @Column('text', { name: 'time_zone', nullable: true })
  timeZone!: string | null;

  /** What assistants may know about the person in later calls; kept with consent only. */
  @Column('text', { nullable: true })
  memory!: string | null;

  @Column('boolean', { name: 'memory_consent', default: false })
  memoryConsent!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
