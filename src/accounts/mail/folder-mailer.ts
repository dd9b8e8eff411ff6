import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from '../../kernel/context/index.js';
import type { AppLogger } from '../../kernel/observability/index.js';
import { Mailer, type Mail } from './mailer.js';

export interface FolderMailerOptions {
  folder: string;
  from: string;
  /** Development only: whoever reads the log can then open the link. */
  logLinks: boolean;
}

/** Without a mail server: each mail becomes a file that any mail program opens, and its link stands in the log. */
export class FolderMailer extends Mailer {
  constructor(
    private readonly options: FolderMailerOptions,
    private readonly log: AppLogger,
  ) {
    super();
  }

  async send({ to, subject, text, link }: Mail): Promise<void> {
    const { folder, from, logLinks } = this.options;
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail({ from, to, subject, text });
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${uuidv7()}.eml`);
    await writeFile(file, message, { mode: 0o600 });
    this.log.info('accounts.mail.written', { file, ...(logLinks && link !== undefined && { link }) });
  }
}
