import { faultsIn } from './decent-answer.js';
import { rowCounts } from './every-row.js';
import { mailsIn } from './mail-box.js';
import type { TestServer } from './server.js';

/**
 * For a file whose tests let strangers loose on one server, which ends with the file: whatever a test tries, nothing of it may
 * be a fault of the server.
 */
export function keepBlameless(server: TestServer): void {
  afterAll(() => server.close());
  afterEach(() => {
    expect(faultsIn(server.logLines.splice(0))).toEqual([]);
  });
}

/** And nothing of what a test tries may be stored, or mailed. */
export function keepUntouched(server: TestServer): void {
  let before: Untouched;
  beforeEach(async () => {
    before = await look(server);
  });
  afterEach(async () => {
    expect(await look(server)).toEqual(before);
  });
}

interface Untouched {
  rows: Record<string, number>;
  mails: string[];
}

async function look({ databaseUrl, dataDir }: TestServer): Promise<Untouched> {
  return { rows: await rowCounts(databaseUrl), mails: mailsIn(dataDir) };
}
