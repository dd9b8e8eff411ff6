import type { Transporter } from 'nodemailer';
import type { Secret } from '../../kernel/config/index.js';
import { Mailer, type Mail } from './mailer.js';

/** Mail by SMTP. The library is loaded with the first mail: most processes never send one. */
export class SmtpMailer extends Mailer {
  #transport: Promise<Transporter> | undefined;

  constructor(
    private readonly url: Secret,
    private readonly from: string,
  ) {
    super();
  }

  async send({ to, subject, text }: Mail): Promise<void> {
    this.#transport ??= this.connect();
    await (await this.#transport).sendMail({ from: this.from, to, subject, text });
  }

  private async connect(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };
    return createTransport({ ...timeouts, url: this.url.reveal() });
  }
}
