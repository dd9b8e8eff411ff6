import { Check, Column, CreateDateColumn, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

export type IdentityKind = 'phone' | 'email';

/** A number or an address that a contact is known by; it belongs to one contact of the workspace at most. */
@Entity('contact_identities')
@Check('contact_identities_kind_check', `kind IN ('phone', 'email')`)
@ForeignKey('Contact', ['workspaceId', 'contactId'], ['workspaceId', 'id'], {
  name: 'contact_identities_contact_fk',
  onDelete: 'CASCADE',
})
export class ContactIdentity {
  @PrimaryColumn('uuid', { name: 'workspace_id', primaryKeyConstraintName: 'contact_identities_pk' })
  workspaceId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'contact_identities_pk' })
  kind!: IdentityKind;

  /** E.164, or an address in lower case. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'contact_identities_pk' })
  value!: string;

  @Index('contact_identities_contact')
  @Column('uuid', { name: 'contact_id' })
  contactId!: string;

  /** Merely said by whoever called: until a person of the workspace enters it, nobody is found by it. */
  @Column('boolean', { default: false })
  unproven!: boolean;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
