import { Module } from '@nestjs/common';
import { ContactsModule } from './contacts.module.js';
import { RetentionSweeper } from './personal-data/retention.js';
import { SweepRetentionProcessor } from './personal-data/sweep-retention.processor.js';

@Module({ imports: [ContactsModule], providers: [RetentionSweeper, SweepRetentionProcessor] })
export class ContactsWorkerModule {}
