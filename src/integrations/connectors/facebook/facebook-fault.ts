import type { RawReply, Verdict } from '../../../kernel/http/index.js';
import { readGraphFault, scopesNamed, shared, type GraphFault, type Meaning } from '../../families/meta/graph-fault.js';
import { facebookScopes } from './facebook-login-grant.js';

const postingTooFast = 1390008;
/** What people have to do in person before their Page may publish. */
const confirmations = new Map([
  [1404078, 'Page Publishing Authorization'],
  [4854002, 'Identity confirmation'],
]);

const meanings: readonly Meaning[] = [
  shared.tokenRefused,
  ['rights_missing', ({ error_subcode: sub }) => confirmations.has(sub ?? 0)],
  shared.throttled,
  ['rate_limited', ({ code, error_subcode: sub }) => isThrottle(code) || sub === postingTooFast],
  shared.away,
  shared.notPermitted,
  ['rights_missing', ({ code }) => code === 3],
  shared.unknownObject,
  ['not_found', ({ code }) => code === 803],
  // Blocked for what was posted, or posted before.
  ['conflict', ({ code }) => code === 368 || code === 506],
];

export function readFacebookFault(reply: RawReply): Verdict | null {
  return readGraphFault(reply, { meanings, missingIn });
}

/** Those of Pages, and of ad accounts. */
function isThrottle(code: number): boolean {
  return code === 341 || (code >= 80000 && code <= 80014);
}

function missingIn(fault: GraphFault): string[] {
  const confirmation = confirmations.get(fault.error_subcode ?? 0);
  return confirmation === undefined ? scopesNamed(fault, facebookScopes) : [confirmation];
}
