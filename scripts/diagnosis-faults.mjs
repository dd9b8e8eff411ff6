import { ensureInstalled, enterProject } from './toolchain.mjs';

enterProject();
await ensureInstalled();

const { discardTestServer, reserveTestServer } = await import('../test/support/test-server.js');
const dataDir = reserveTestServer();
process.env.TEST_DATA_DIR = dataDir;
process.once('exit', () => discardTestServer(dataDir));

await import('../test/support/run-typescript/register.mjs');
const { runDiagnosisFaults } = await import('../test/diagnosis/run-diagnosis-faults.ts');
process.exit(await runDiagnosisFaults());
