import { discardTestServer } from './test-server.js';

export default function globalTeardown() {
  if (process.env.TEST_DATA_DIR) discardTestServer(process.env.TEST_DATA_DIR);
}
