import { Injectable } from '@nestjs/common';
import { uuidv7, type RequestContext } from '../../../kernel/context/index.js';
import { Envelope, type SealBinding } from '../../../kernel/crypto/index.js';
import { afterCommit, UnitOfWork } from '../../../kernel/database/index.js';
import { Jobs } from '../../../kernel/queue/index.js';
import { asAccounts } from '../../as-accounts.js';
import { Background } from '../../background.js';
import { mailSchema, type Mail } from '../mailer.js';
import { OutgoingMailRepository } from './outgoing-mail.repository.js';
import { sendMailJob } from './send-mail.job.js';

/**
 * Mails between the transaction that causes them and the mail server. Each is a row, sealed as a whole since its link is a
 * secret, and a job that knows the row's id. A crash, an empty queue or a mail server that is away for some hours delays a
 * mail and loses none; without workers mails wait in the table.
 */
@Injectable()
export class OutgoingMails {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: OutgoingMailRepository,
    private readonly envelope: Envelope,
    private readonly jobs: Jobs,
    private readonly background: Background,
  ) {}

  /** Writes a mail in the unit of work that causes it: with it the mail is there, or is not. */
  async write(tx: RequestContext, mail: Mail): Promise<void> {
    const id = uuidv7();
    await this.repository.insert(tx, { id, sealed: this.envelope.seal(JSON.stringify(mail), bindingOf(tx, id)) });
    // Not awaited by whoever answers: a queue that cannot be reached holds up nobody, and the sweep finds the row.
    afterCommit(tx, () => this.background.start('accounts.mail_job', () => this.enqueue({ ...tx, tx: undefined }, id)));
  }

  /** Null when there is nothing to send any more. The mail is opened only by whoever calls for it. */
  async find(ctx: RequestContext, id: string): Promise<(() => Mail) | null> {
    const sealed = await this.unitOfWork.run(asAccounts(ctx), (tx) => this.repository.findSealed(tx, id));
    if (sealed === null) return null;
    return () => mailSchema.parse(JSON.parse(this.envelope.open(sealed, bindingOf(ctx, id)).toString()));
  }

  /** Once it is sent, or given up. */
  async delete(ctx: RequestContext, id: string): Promise<void> {
    await this.unitOfWork.run(asAccounts(ctx), (tx) => this.repository.delete(tx, id));
  }

  private async enqueue(ctx: RequestContext, mailId: string): Promise<void> {
    await this.jobs.add(ctx, sendMailJob, { mailId });
  }
}

function bindingOf({ workspaceId }: Pick<RequestContext, 'workspaceId'>, id: string): SealBinding {
  return { table: 'outgoing_mails', workspaceId, recordId: id, field: 'sealed' };
}
