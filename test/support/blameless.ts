import { faultsIn } from './decent-answer.js';
import { rowCounts } from './every-row.js';
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

/** And nothing of what a test tries may be stored. */
export function keepUntouched(server: TestServer): void {
  let before: Record<string, number>;
  beforeEach(async () => {
    before = await rowCounts(server.databaseUrl);
  });
  afterEach(async () => {
    expect(await rowCounts(server.databaseUrl)).toEqual(before);
  });
}
