import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/kernel/database/index.js';
import '../../src/accounts/index.js';
import '../../src/contacts/index.js';
import '../../src/voice/index.js';
import '../../src/webhooks/index.js';
import { createTestDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let dataSource: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  dataSource = await createDataSource({ url: database.url, poolSize: 1 }).initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** What TypeORM would change so that the database fits the entities. */
async function expectNoEntityDiff(): Promise<void> {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
}

describe('entities', () => {
  it('are what the migrations have made', async () => {
    expect(dataSource.entityMetadatas.length).toBeGreaterThan(5);
    await expectNoEntityDiff();
  });

  it('have UUID keys, and times with their zone', () => {
    for (const { tableName, columns } of dataSource.entityMetadatas) {
      for (const { databaseName, type, isPrimary } of columns) {
        const place = `${tableName}.${databaseName}`;
        if (isPrimary && databaseName === 'id') expect([place, type]).toEqual([place, 'uuid']);
        if (databaseName.endsWith('_at')) expect([place, type]).toEqual([place, 'timestamptz']);
      }
    }
  });
});
