import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { inLocale, type Locale, type LocalizedText } from '../../../kernel/errors/index.js';
import type { CalendarMemberState, CheckedMember, SoughtContact } from '../calendar-member.js';

const CalendarMemberStateEnum = {
  LINKED: 'LINKED',
  NOT_A_MEMBER: 'NOT_A_MEMBER',
  PLAN_LACKS_ORGANIZATION: 'PLAN_LACKS_ORGANIZATION',
  NOT_ALLOWED: 'NOT_ALLOWED',
  NOT_CHECKED: 'NOT_CHECKED',
} as const satisfies Record<CalendarMemberState, CalendarMemberState>;
registerEnumType(CalendarMemberStateEnum, {
  name: 'CalendarMemberState',
  description: 'Whether a contact is a member of the organization in Cal.com.',
  valuesMap: {
    PLAN_LACKS_ORGANIZATION: { description: 'The Cal.com account has no organization with access by API.' },
    NOT_ALLOWED: { description: 'Whoever owns the credentials may not read the members.' },
    NOT_CHECKED: { description: 'Nobody has looked yet, or nobody can; `message` says why.' },
  },
});

@ObjectType('CalendarMember', {
  description: 'A contact as a member of the organization in the workspace’s own Cal.com account.',
})
export class CalendarMemberType {
  @Field(() => CalendarMemberStateEnum)
  state!: CalendarMemberState;

  @Field(() => Int, { nullable: true, description: 'Cal.com’s id of the member.' })
  memberId!: number | null;

  @Field(() => String, { description: 'What that means, and what can be done, in the language of whoever asks.' })
  message!: string;
}

const messages = {
  LINKED: {
    en: 'This contact is a member of your organization in Cal.com.',
    fr: 'Ce contact est membre de votre organisation dans Cal.com.',
  },
  NOT_A_MEMBER: {
    en: 'No member of your organization in Cal.com has an address of this contact. Invite the contact if that is wanted.',
    fr: 'Aucun membre de votre organisation Cal.com n’a une adresse de ce contact. Invitez le contact si vous le souhaitez.',
  },
  PLAN_LACKS_ORGANIZATION: {
    en: 'Your Cal.com account has no organization with access by API, which its members need. Everything else works without.',
    fr: 'Votre compte Cal.com n’a pas d’organisation accessible par API, nécessaire à ses membres. Tout le reste fonctionne sans.',
  },
  NOT_ALLOWED: {
    en: 'The credentials of your Cal.com account may not read the members of its organization. Connect it with those of an administrator of the organization.',
    fr: 'Les identifiants de votre compte Cal.com ne permettent pas de lire les membres de son organisation. Connectez-le avec ceux d’un administrateur de l’organisation.',
  },
} as const satisfies Record<CheckedMember['state'], LocalizedText>;

const noOwnAccount = {
  en: 'Members belong to the workspace’s own Cal.com account. Connect it under integrations (cal-com).',
  fr: 'Les membres appartiennent au compte Cal.com de l’espace de travail. Connectez-le dans les intégrations (cal-com).',
};
const noAddress = {
  en: 'Members are found by e-mail, and no address of this contact was entered by a person of the workspace.',
  fr: 'Les membres se trouvent par e-mail, et aucune adresse de ce contact n’a été saisie par une personne de l’espace de travail.',
};
const notLookedUp = {
  en: 'This contact has not been looked up in Cal.com yet. That begins when somebody of the workspace reads it: read it again in a moment.',
  fr: 'Ce contact n’a pas encore été recherché dans Cal.com. La recherche commence quand une personne de l’espace de travail le lit : relisez-le dans un instant.',
};

/** What is known of a contact, or why nothing is. */
export function toCalendarMemberType(
  { emails }: Pick<SoughtContact, 'emails'>,
  { checked, ownAccount, locale }: { checked: CheckedMember | undefined; ownAccount: boolean; locale: Locale },
): CalendarMemberType {
  if (ownAccount && emails.length > 0 && checked) {
    const { state, memberId } = checked;
    return { state, memberId, message: inLocale(messages[state], locale) };
  }
  return { state: 'NOT_CHECKED', memberId: null, message: inLocale(whyNot(ownAccount, emails), locale) };
}

function whyNot(ownAccount: boolean, emails: readonly string[]): LocalizedText {
  if (!ownAccount) return noOwnAccount;
  return emails.length === 0 ? noAddress : notLookedUp;
}
