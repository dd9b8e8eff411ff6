import { ensureInstalled, enterProject } from './toolchain.mjs';

enterProject();
await ensureInstalled();

await import('../test/support/run-typescript/register.mjs');
const { runConformance } = await import('../test/conformance/run-conformance.ts');
process.exit(await runConformance(process.argv.slice(2)));
