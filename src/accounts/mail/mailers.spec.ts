import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startMailServer } from '../../../test/support/outside-world.js';
import { Secret } from '../../kernel/config/index.js';
import { AppLogger } from '../../kernel/observability/index.js';
import { FolderMailer } from './folder-mailer.js';
import type { Mail, Mailer } from './mailer.js';
import { SmtpMailer } from './smtp-mailer.js';

const mail: Mail = {
  to: 'camille@example.fr',
  subject: 'Été',
  text: 'Ouvrez : https://x.example/#token=t',
  link: 'https://x.example/#token=t',
};
const from = 'Agent Builder <no-reply@example.fr>';

/** Where a mailer puts its mail, and how to read it there. */
interface Trial {
  mailer: Mailer;
  sent(): string[];
  close(): Promise<void> | void;
}

async function smtpTrial(): Promise<Trial> {
  const { port, mails, close } = await startMailServer();
  return { mailer: new SmtpMailer(new Secret(`smtp://127.0.0.1:${port}`), from), sent: () => mails, close };
}

function folderTrial(lines: string[] = [], logLinks = true): Trial {
  const folder = join(mkdtempSync(join(tmpdir(), 'mail-')), 'mail');
  const log = new AppLogger({ destination: { write: (line: string) => void lines.push(line) } });
  const sent = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
  const mailer = new FolderMailer({ folder, from, logLinks }, log);
  return { mailer, sent, close: () => rmSync(join(folder, '..'), { recursive: true }) };
}

describe.each([
  ['by SMTP', smtpTrial],
  ['into a folder', () => Promise.resolve(folderTrial())],
])('mail %s', (_name, start) => {
  it('arrives with sender, recipient, subject and text', async () => {
    const trial = await start();
    await trial.mailer.send(mail);
    const [message = ''] = trial.sent();
    expect(message).toContain(`From: ${from}`);
    expect(message).toContain('To: camille@example.fr');
    expect(message).toContain('Subject: =?UTF-8?');
    expect(message).toMatch(/https:\/\/x\.example\/#token=3?D?t/);
    await trial.close();
  });

  it('cannot be given further headers by what people type', async () => {
    const trial = await start();
    await trial.mailer.send({ ...mail, subject: 'Hello\r\nBcc: victim@example.fr' });
    expect(trial.sent()[0]).not.toMatch(/^Bcc:/m);
    await trial.close();
  });
});

describe('mail into a folder', () => {
  it('is for the owner’s eyes only, and its link in the log only where that is wanted', async () => {
    for (const logLinks of [true, false]) {
      const lines: string[] = [];
      const trial = folderTrial(lines, logLinks);
      await trial.mailer.send(mail);
      const { file, link } = JSON.parse(lines[0] ?? '{}') as { file: string; link?: string };
      expect(statSync(file).mode & 0o777).toBe(0o600);
      expect(link).toBe(logLinks ? mail.link : undefined);
      await trial.close();
    }
  });
});

describe('mail by SMTP', () => {
  it('fails when there is no server, without telling the address’s password', async () => {
    const mailer = new SmtpMailer(new Secret('smtp://user:hunter2secret@127.0.0.1:1'), from);
    const failure = await mailer.send(mail).catch((error: unknown) => String(error));
    expect(failure).toContain('ECONNREFUSED');
    expect(failure).not.toContain('hunter2secret');
  });
});
