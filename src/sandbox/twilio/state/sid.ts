import { randomUUID } from 'node:crypto';

/** What kind of thing a SID names. */
export type SidPrefix = 'AC' | 'AP' | 'BU' | 'CA' | 'NO' | 'OU' | 'PN' | 'QQ' | 'RE' | 'RN' | 'TK';

export function newSid(prefix: SidPrefix): string {
  return `${prefix}${randomUUID().replaceAll('-', '')}`;
}
