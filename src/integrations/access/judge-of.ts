import type { RawReply, Verdict } from '../../kernel/http/index.js';
import type { Connector } from '../core/connector.js';

/** The connector's reading of refusals; of successes only where the vendor refuses in them too. */
export function judgeOf({
  readFault,
  faultsInSuccess = false,
}: Connector): ((reply: RawReply) => Verdict | null) | undefined {
  if (!readFault) return undefined;
  return (reply) => {
    const succeeded = reply.status >= 200 && reply.status < 300;
    return succeeded && !faultsInSuccess ? null : readFault(reply);
  };
}
