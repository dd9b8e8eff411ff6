import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module.js';
import { mailerProvider } from './mail/mailer.provider.js';
import { SendMailProcessor } from './mail/outbox/send-mail.processor.js';
import { SweepMailsProcessor } from './mail/outbox/sweep-mails.processor.js';
import { DeleteExpiredProcessor } from './retention/delete-expired.processor.js';
import { ExpiredRowsRepository } from './retention/expired-rows.repository.js';

/** What accounts do by themselves: send mail, forget what has expired. */
@Module({
  imports: [AccountsModule],
  providers: [mailerProvider, SendMailProcessor, SweepMailsProcessor, ExpiredRowsRepository, DeleteExpiredProcessor],
})
export class AccountsWorkerModule {}
