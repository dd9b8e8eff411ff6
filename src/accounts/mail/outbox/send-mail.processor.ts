import type { z } from 'zod';
import type { RequestContext } from '../../../kernel/context/index.js';
import type { AppError } from '../../../kernel/errors/index.js';
import { AppLogger } from '../../../kernel/observability/index.js';
import { JobProcessor, type JobHandler, type JobMeta } from '../../../kernel/queue/index.js';
import { Clock } from '../../clock.js';
import { MailNotSent, MailOutOfDate } from '../mail.errors.js';
import { Mailer, type Mail } from '../mailer.js';
import { OutgoingMails } from './outgoing-mails.js';
import { sendMailJob } from './send-mail.job.js';

/**
 * Hands one mail to the mail server and deletes its row. Each mail is sent at least once or given up, and normally once: it
 * is sent twice when this process dies, or loses the database, between the mail server's yes and the end of our delete.
 */
@JobProcessor(sendMailJob)
export class SendMailProcessor implements JobHandler<z.output<(typeof sendMailJob)['payload']>> {
  constructor(
    private readonly mails: OutgoingMails,
    private readonly mailer: Mailer,
    private readonly clock: Clock,
    private readonly log: AppLogger,
  ) {}

  /** @throws MailNotSent, MailOutOfDate */
  async run(
    ctx: RequestContext,
    { mailId }: z.output<(typeof sendMailJob)['payload']>,
    { isLastAttempt }: Pick<JobMeta, 'isLastAttempt'>,
  ): Promise<void> {
    const open = await this.mails.find(ctx, mailId);
    if (!open) return;
    const fault = await this.send(mailId, open);
    if (fault?.retryable && !isLastAttempt) throw fault;
    await this.mails.delete(ctx, mailId);
    if (!fault) return;
    this.log.error('accounts.mail.failed', { mailId, error: fault });
    throw fault;
  }

  private async send(mailId: string, open: () => Mail): Promise<AppError | null> {
    try {
      const mail = open();
      if (mail.endsAt !== undefined && Date.parse(mail.endsAt) <= this.clock.now().getTime()) {
        return new MailOutOfDate(mailId);
      }
      await this.mailer.send(mail);
      return null;
    } catch (error) {
      return new MailNotSent(mailId, error);
    }
  }
}
