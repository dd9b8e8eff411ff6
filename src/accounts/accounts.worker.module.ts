import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts.module.js';
import { DeleteExpiredProcessor } from './retention/delete-expired.processor.js';
import { ExpiredRowsRepository } from './retention/expired-rows.repository.js';

/** What accounts do by themselves: forget what has expired. */
@Module({
  imports: [AccountsModule],
  providers: [ExpiredRowsRepository, DeleteExpiredProcessor],
})
export class AccountsWorkerModule {}
