import type { DataSource } from 'typeorm';
import { createTestDatabase, type TestDatabase } from '../../../test/support/database.js';
import { AuditTrail, type AuditFact } from '../../kernel/auth/index.js';
import { createDataSource, UnitOfWork } from '../../kernel/database/index.js';
import { ContactRepository } from '../people/contact.repository.js';
import { ContactsService } from '../people/contacts.service.js';
import { ContactArchiver } from '../personal-data/contact-archiver.js';
import { ContactEraser } from '../personal-data/contact-eraser.js';

class RecordedTrail extends AuditTrail {
  readonly facts: AuditFact[] = [];

  async record(_ctx: unknown, fact: AuditFact): Promise<void> {
    this.facts.push(fact);
  }
}

interface ContactsDatabase {
  database: TestDatabase;
  dataSource: DataSource;
  unitOfWork: UnitOfWork;
}

/** A database of its own for the tests of the file that calls this: filled in by the time that they run. */
export function withContactsDatabase(): Readonly<ContactsDatabase> {
  const stores = {} as ContactsDatabase;
  beforeAll(async () => {
    stores.database = await createTestDatabase();
    stores.dataSource = await createDataSource({ url: stores.database.url }).initialize();
    stores.unitOfWork = new UnitOfWork(stores.dataSource);
  });
  afterAll(async () => {
    await stores.dataSource.destroy();
    await stores.database.drop();
  });
  return stores;
}

/** The contacts of that database, and what the audit is told. */
export function contactsIn(unitOfWork: UnitOfWork): { contacts: ContactsService; trail: RecordedTrail } {
  const trail = new RecordedTrail();
  const [repository, eraser, archiver] = [new ContactRepository(), new ContactEraser(), new ContactArchiver()];
  return { trail, contacts: new ContactsService(unitOfWork, repository, trail, eraser, archiver) };
}
