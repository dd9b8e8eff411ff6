import { accountsConfig } from './accounts/index.js';
import { runtimeConfig } from './kernel/config/index.js';
import { AppError } from './kernel/errors/index.js';
import type { Runtime } from './runtime.js';

/**
 * What a visitor is told once the server is ready: where the playground is, how to sign in, what to paste. In development
 * only; a production log holds JSON lines and nothing else.
 */
export async function welcome(url: string, { config, log, standIns }: Runtime): Promise<void> {
  const { nodeEnv, sandbox, dataDir } = config.get(runtimeConfig);
  if (nodeEnv !== 'development') return;
  say(`\nAgent Builder is ready.\n\n  Playground     ${url}/graphql`);
  const { adminEmail } = config.get(accountsConfig);
  if (adminEmail) say(`  Administrator  ${adminEmail}, password in ${dataDir}/secrets.json (ADMIN_PASSWORD)`);
  if (sandbox !== 'on') return;
  try {
    const { startSandbox } = await import('./sandbox/index.js');
    const options = { baseUrl: url, dataDir, hasCalendar: standIns?.hasCalendar === true, locale: 'en' } as const;
    const demo = await startSandbox({ ...options, log: (line) => say(`  ${line}`) });
    say(`  Demo sign-in   ${demo.email} / ${demo.password}\n\nSign in, then paste this query:\n\n${demo.query}\n`);
  } catch (error) {
    log.warn('sandbox.failed', { error });
    const advice = error instanceof AppError ? error.safeMessage.en : 'Start again to retry.';
    say(`  The demonstration could not be set up; the server itself works. ${advice}`);
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
