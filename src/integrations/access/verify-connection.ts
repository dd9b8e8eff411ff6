import { AppError, type ErrorKind, type LocalizedText } from '../../kernel/errors/index.js';
import { HttpFailure, RightsMissing } from '../../kernel/http/index.js';
import type { Connector } from '../core/connector.js';
import type { VendorClient } from '../core/vendor-client.js';

export type TestOutcome = 'WORKS' | 'CREDENTIALS_REFUSED' | 'RIGHTS_MISSING' | 'UNAVAILABLE';

/** What one test of a connection found. */
export interface ConnectionVerdict {
  outcome: TestOutcome;
  accountName: string | null;
  missing: readonly string[];
  /** What to do next; null where it works. */
  message: LocalizedText | null;
}

/** Asks the vendor who we are. What the vendor refuses becomes one of the four outcomes; our own faults are thrown. */
export async function verifyConnection(connector: Connector, client: VendorClient): Promise<ConnectionVerdict> {
  try {
    const { accountName, missing = [] } = await connector.verify(client);
    if (missing.length === 0) return { outcome: 'WORKS', accountName, missing, message: null };
    return { outcome: 'RIGHTS_MISSING', accountName, missing, message: rightsMissing(missing) };
  } catch (error) {
    return verdictOn(error);
  }
}

/** What to do, and what the vendor said of it, where it said something. */
function withWords(error: AppError): LocalizedText {
  const said = error instanceof HttpFailure ? error.platformSaid().message : undefined;
  if (said === undefined) return error.safeMessage;
  const { en, fr } = error.safeMessage;
  return { en: `${en} It said: “${said}”`, fr: `${fr} Sa réponse : « ${said} »` };
}

/** An account, a subdomain or an address that is not there was entered wrong. */
const outcomes: Partial<Record<ErrorKind, TestOutcome>> = {
  credential_rejected: 'CREDENTIALS_REFUSED',
  invalid_input: 'CREDENTIALS_REFUSED',
  not_found: 'CREDENTIALS_REFUSED',
  rate_limited: 'UNAVAILABLE',
  upstream_unavailable: 'UNAVAILABLE',
  conflict: 'UNAVAILABLE',
};

function verdictOn(error: unknown): ConnectionVerdict {
  if (!(error instanceof AppError)) throw error;
  const verdict = { accountName: null, missing: [], message: withWords(error) };
  if (error instanceof RightsMissing) {
    return { ...verdict, outcome: 'RIGHTS_MISSING', missing: error.platformSaid().missing ?? [] };
  }
  const outcome = outcomes[error.kind];
  if (!outcome) throw error;
  return { ...verdict, outcome };
}

function rightsMissing(missing: readonly string[]) {
  return {
    en: `The credentials work, but these rights are missing: ${missing.join(', ')}. Add them at the vendor and test again.`,
    fr: `Les identifiants fonctionnent, mais il manque ces droits : ${missing.join(', ')}. Ajoutez-les chez le fournisseur puis testez à nouveau.`,
  };
}
