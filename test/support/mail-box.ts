import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './until.js';

/** The newest mail to an address in the folder of the development mailer, decoded; waits for it. */
export function mailTo(dataDir: string, email: string, about: string): Promise<string> {
  return until(() => mailsIn(dataDir).findLast((mail) => mail.includes(`To: ${email}`) && mail.includes(about)));
}

export function mailsIn(dataDir: string): string[] {
  const folder = join(dataDir, 'mail');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  return files.sort().map((name) => decoded(readFileSync(join(folder, name), 'utf8')));
}

/** The one link of a mail. */
export function linkIn(mail: string): string {
  return /https?:\/\/\S+/.exec(mail)?.[0] ?? '';
}

/** A mail as people read it. */
export function decoded(mail: string): string {
  if (!/quoted-printable/i.test(mail)) return mail;
  const bytes = mail
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
