import { Field, ID, ObjectType } from '@nestjs/graphql';
import {
  DateTimeScalar,
  EmailAddressScalar,
  NodeType,
  PhoneNumberScalar,
  toGlobalId,
} from '../../../kernel/graphql/index.js';
import type { KnownContact } from '../contact.repository.js';

@ObjectType('Contact', { implements: () => NodeType, description: 'Someone who calls, books, is remembered.' })
export class ContactType implements NodeType {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => [EmailAddressScalar], { description: 'Each belongs to one contact of the workspace at most.' })
  emails!: string[];

  @Field(() => [EmailAddressScalar], {
    description:
      'Those of `emails` that the person merely said on the telephone. Nobody is recognised by them until you save the ' +
      'contact with them.',
  })
  unprovenEmails!: string[];

  @Field(() => [PhoneNumberScalar], { description: 'Each belongs to one contact of the workspace at most.' })
  phoneNumbers!: string[];

  @Field(() => String, { nullable: true, description: 'IANA, such as Europe/Paris.' })
  timeZone!: string | null;

  @Field(() => String, { nullable: true, description: 'What assistants may know about the person in later calls.' })
  memory!: string | null;

  @Field(() => Boolean, { description: 'Whether the person agreed to be remembered. Without it nothing is.' })
  memoryConsent!: boolean;

  @Field(() => DateTimeScalar)
  createdAt!: Date;
}

export const contactPrefix = 'contact';

export function toContactType(contact: KnownContact): ContactType {
  return {
    id: toGlobalId(contactPrefix, contact.id),
    name: contact.name,
    emails: contact.emails,
    unprovenEmails: contact.emails.filter((email) => !contact.provenEmails.includes(email)),
    phoneNumbers: contact.phoneNumbers,
    timeZone: contact.timeZone,
    memory: contact.memory,
    memoryConsent: contact.memoryConsent,
    createdAt: contact.createdAt,
  };
}
