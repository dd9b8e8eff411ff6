import { createHash } from 'node:crypto';

/** Why an account's members cannot be read at all. */
export type MembersRefusal = 'PLAN_LACKS_ORGANIZATION' | 'NOT_ALLOWED';

/** What Cal.com said when a contact was looked for among the members of the account's organization. */
export type KnownMemberState = 'LINKED' | 'NOT_A_MEMBER' | MembersRefusal;
export type CalendarMemberState = KnownMemberState | 'NOT_CHECKED';

/** A contact as it was looked for. */
export interface CheckedMember {
  [column: string]: unknown;
  contactId: string;
  state: KnownMemberState;
  /** Cal.com's id of the member. */
  memberId: number | null;
  /** Of the addresses that were looked for: with others it is another question. */
  emailsDigest: string;
  checkedAt: Date;
}

/** A contact who may be looked for, by the addresses that are surely theirs. */
export interface SoughtContact {
  contactId: string;
  emails: readonly string[];
}

export function digestOf(emails: readonly string[]): string {
  return createHash('sha256')
    .update([...emails].sort().join('\n'))
    .digest('hex');
}

/** Whether what is known of a contact is still an answer. */
export function isFresh(checked: CheckedMember | undefined, { emails }: SoughtContact, withinMs: number): boolean {
  if (checked?.emailsDigest !== digestOf(emails)) return false;
  return checked.checkedAt.getTime() > Date.now() - withinMs;
}
