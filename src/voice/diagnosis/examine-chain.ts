import type { LocalizedText } from '../../kernel/errors/index.js';
import type { Chain } from './chain.js';
import type { ConnectionCheckContract } from './connection-check.js';
import { skipped, type Finding, type Hop } from './finding.js';

/** A check and what it came to. */
export interface CheckResult {
  key: string;
  hop: Hop;
  finding: Finding;
}

const tooLate: LocalizedText = {
  en: 'Not looked at: there was no answer in time. Try again in a minute.',
  fr: 'Non vérifié : aucune réponse à temps. Réessayez dans une minute.',
};

const broken: LocalizedText = {
  en: 'Not looked at, because of a fault of this server. It has been logged.',
  fr: 'Non vérifié, à cause d’une erreur de ce serveur. Elle a été journalisée.',
};

export interface Examination {
  checks: readonly ConnectionCheckContract[];
  /** Told of what a check throws, which it should not. */
  onFault: (hop: Hop, error: unknown) => void;
}

/** Looks at all hops at once, until the chain’s signal ends it. In the order of the hops, and in each that of its keys. */
export async function examineChain(chain: Chain, { checks, onFault }: Examination): Promise<CheckResult[]> {
  const results = await Promise.all(
    checks.map(async (check) => {
      const findings = await settle(chain, check, onFault);
      return check.keys.flatMap((key) => {
        const finding = findings[key];
        return finding ? [{ key, hop: check.hop, finding }] : [];
      });
    }),
  );
  return results.flat();
}

async function settle(
  chain: Chain,
  check: ConnectionCheckContract,
  onFault: Examination['onFault'],
): Promise<Readonly<Record<string, Finding>>> {
  const all = (why: LocalizedText) => Object.fromEntries(check.keys.map((key) => [key, skipped(why)]));
  try {
    return await Promise.race([check.run(chain), ended(chain.signal).then(() => all(tooLate))]);
  } catch (error) {
    if (chain.signal.aborted) return all(tooLate);
    onFault(check.hop, error);
    return all(broken);
  }
}

function ended(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}
