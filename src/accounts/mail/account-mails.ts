import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import { inLocale, toLocale } from '../../kernel/errors/index.js';
import { Background } from '../background.js';
import type { User } from '../users/user.entity.js';
import { invitationMail } from './invitation.mail.js';
import type { MailText } from './mail-text.js';
import { Mailer } from './mailer.js';
import { passwordChangedMail } from './password-changed.mail.js';
import { passwordResetMail } from './password-reset.mail.js';

export interface InvitationFacts {
  email: string;
  link: string;
  workspace: string;
  locale: string;
}

interface Recipient {
  email: string;
  locale: string;
}

/** The mails of this module, each in its reader's language, sent after the answer: a slow mail server holds up nobody. */
@Injectable()
export class AccountMails {
  readonly #publicUrl: string;

  constructor(
    private readonly mailer: Mailer,
    private readonly background: Background,
    config: Config,
  ) {
    const { publicUrl, port } = config.get(runtimeConfig);
    this.#publicUrl = publicUrl ?? `http://localhost:${port}`;
  }

  sendPasswordReset(user: User, token: string): void {
    const link = this.link('reset-password', token);
    this.post(user, passwordResetMail({ name: user.name, link }), link);
  }

  sendPasswordChanged(user: User): void {
    this.post(user, passwordChangedMail({ name: user.name }));
  }

  sendInvitation({ email, link, workspace, locale }: InvitationFacts): void {
    this.post({ email, locale }, invitationMail({ workspace, link }), link);
  }

  invitationLink(token: string): string {
    return this.link('accept-invitation', token);
  }

  /** The token stands behind the `#`, which browsers send to no server and write into no referrer. */
  private link(page: string, token: string): string {
    return `${this.#publicUrl}/${page}#token=${token}`;
  }

  private post(to: Recipient, mail: MailText, link?: string): void {
    const locale = toLocale(to.locale);
    const written = { to: to.email, subject: inLocale(mail.subject, locale), text: inLocale(mail.text, locale), link };
    this.background.start('accounts.mail', () => this.mailer.send(written));
  }
}
