import { rank, type Registers } from '../../../calls/merge/call-facts.js';
import { earliest, highest, latest, type Register } from '../../../calls/merge/evidence.js';
import { toE164 } from '../../../calls/merge/phone-identity.js';
import type { Fields } from './fields.js';

/** A transfer that has begun: nothing says yet whether anyone has taken it. */
export function readTransfer(destination: Fields, at: number, summary?: string): Registers {
  return transfer(destination, {
    status: highest(rank.event, 'started'),
    at: earliest(rank.event, at, at),
    summary: summary === undefined ? undefined : latest(rank.event, at, summary),
  });
}

/** A call that was forwarded, and how each attempt ended where the report knows it. It does not know when they began. */
export function readReportTransfers(report: Fields, at: number): Registers {
  const ended = report.time('endedAt') ?? at;
  const unknownTime = earliest(rank.snapshot, ended, ended);
  const begun = { status: highest(rank.event, 'started'), at: unknownTime };
  const attempts = report
    .at('artifact')
    .list('transfers')
    .map((attempt) => {
      const status = attempt.text('status', 40);
      return transfer(attempt.at('destination'), {
        ...begun,
        ...(status !== undefined && { status: latest(rank.report, at, status) }),
      });
    });
  return [transfer(report.at('destination'), begun), ...attempts].reduce((all, one) => ({ ...all, ...one }));
}

interface Told {
  status: Register;
  at: Register;
  summary?: Register | undefined;
}

/** One assistant handing over to another is no transfer: nobody else is called. */
function transfer(destination: Fields, { status, at, summary }: Told): Registers {
  const number = destination.text('number', 200);
  const to = toE164(number ?? null) ?? number ?? destination.text('sipUri', 200);
  if (to === undefined) return {};
  return { [`transfer.status:${to}`]: status, [`transfer.at:${to}`]: at, [`transfer.summary:${to}`]: summary };
}
