import { Check, Column, CreateDateColumn, Entity, Index, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** The tenant: everything else names the workspace that it belongs to. */
@Entity('workspaces')
@Check('workspaces_currency_check', `currency ~ '^[A-Z]{3}$'`)
@Check('workspaces_retention_days_check', `retention_days > 0`)
@Index('workspaces_deployment', ['deployment'], { unique: true, where: 'deployment' })
export class Workspace {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  /** BCP 47. */
  @Column('text')
  locale!: string;

  /** IANA. */
  @Column('text', { name: 'time_zone' })
  timeZone!: string;

  /** ISO 4217. */
  @Column('text')
  currency!: string;

  /** After how many days calls and stored webhook bodies are deleted; null keeps them. */
  @Column('integer', { name: 'retention_days', nullable: true })
  retentionDays!: number | null;

  /** The one workspace of what no workspace owns yet. */
  @Column('boolean', { default: false })
  deployment!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
