import { Injectable } from '@nestjs/common';
import { Config, runtimeConfig } from '../../kernel/config/index.js';
import type { RequestContext } from '../../kernel/context/index.js';
import { inLocale, toLocale } from '../../kernel/errors/index.js';
import type { User } from '../users/user.entity.js';
import { invitationMail } from './invitation.mail.js';
import type { MailText } from './mail-text.js';
import type { Mail } from './mailer.js';
import { OutgoingMails } from './outbox/outgoing-mails.js';
import { passwordChangedMail } from './password-changed.mail.js';
import { passwordResetMail } from './password-reset.mail.js';

export interface InvitationFacts {
  email: string;
  link: string;
  workspace: string;
  locale: string;
}

interface ResetToken {
  token: string;
  expiresAt: Date;
}

interface Recipient {
  email: string;
  locale: string;
}

/**
 * The mails of this module, each in its reader's language. They are written in the unit of work that causes them and sent
 * by a worker: a slow mail server holds up nobody, and one that is away for some hours loses nothing.
 */
@Injectable()
export class AccountMails {
  readonly #publicUrl: string;

  constructor(
    private readonly outgoing: OutgoingMails,
    config: Config,
  ) {
    const { publicUrl, port } = config.get(runtimeConfig);
    this.#publicUrl = publicUrl ?? `http://localhost:${port}`;
  }

  async sendPasswordReset(tx: RequestContext, user: User, { token, expiresAt }: ResetToken): Promise<void> {
    const link = this.link('reset-password', token);
    const endsAt = expiresAt.toISOString();
    await this.post(tx, user, { ...passwordResetMail({ name: user.name, link }), link, endsAt });
  }

  async sendPasswordChanged(tx: RequestContext, user: User): Promise<void> {
    await this.post(tx, user, passwordChangedMail({ name: user.name }));
  }

  async sendInvitation(tx: RequestContext, { email, link, workspace, locale }: InvitationFacts): Promise<void> {
    await this.post(tx, { email, locale }, { ...invitationMail({ workspace, link }), link });
  }

  invitationLink(token: string): string {
    return this.link('accept-invitation', token);
  }

  /** The token stands behind the `#`, which browsers send to no server and write into no referrer. */
  private link(page: string, token: string): string {
    return `${this.#publicUrl}/${page}#token=${token}`;
  }

  private async post(tx: RequestContext, to: Recipient, mail: MailText & Pick<Mail, 'link' | 'endsAt'>): Promise<void> {
    const locale = toLocale(to.locale);
    const { subject, text, ...rest } = mail;
    const written = { to: to.email, subject: inLocale(subject, locale), text: inLocale(text, locale), ...rest };
    await this.outgoing.write(tx, written);
  }
}
