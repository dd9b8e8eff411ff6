import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

/** Reads Jest's JSON report; a file that could not even be loaded counts as one failed test. */
function read(report) {
  try {
    return JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 1 };
  }
}

const report = read(process.argv[2]);
let skipped = 0;
for (const { name, assertionResults } of report.testResults) {
  const here = assertionResults.filter(({ status }) => status === 'pending' || status === 'todo').length;
  if (here > 0) process.stdout.write(`skipped ${here} in ${relative(process.cwd(), name)}\n`);
  skipped += here;
}
const failed = report.numFailedTests + report.numRuntimeErrorTestSuites;
process.stdout.write(`${report.numPassedTests} passed, ${failed} failed, ${skipped} skipped\n`);
process.exitCode = failed === 0 ? 0 : 1;
