import type { Big } from 'big.js';
import { parseEuroRates } from '../../../src/voice/calls/costs/exchange-rates.js';
import { priceBill } from '../../../src/voice/calls/costs/price-bill.js';
import { joinFacts } from '../../../src/voice/calls/merge/call-facts.js';
import { readTransfers } from '../../../src/voice/calls/merge/project-call.js';
import { settleCall, type CallChange } from '../../../src/voice/calls/merge/settle-call.js';
import { searchWords } from '../../../src/voice/calls/search/search-words.js';
import { readVapiEvent } from '../../../src/voice/providers/vapi/reading/read-vapi-event.js';
import type { ChaosCall, ChaosEvent } from '../events/chaos-call.js';
import { exchangeRates } from '../exchange-rates.js';
import type { Facts, RecordedCall } from './database-record.js';

/** All events have a time of their own. */
const never = new Date(0);
const rates = parseEuroRates(exchangeRates) ?? new Map<string, Big>();

/**
 * What must stand in the database after these events of a call, whatever has happened meanwhile: read and merged in one
 * go, in the order in which they happened, by the pure functions alone.
 */
export function expectedCall(
  call: ChaosCall,
  events: readonly ChaosEvent[],
  currency: string,
): Omit<RecordedCall, 'messages'> | null {
  const told = events.flatMap(({ raw }) => readVapiEvent(JSON.parse(raw.toString('utf8')), never) ?? []);
  const [first, ...rest] = told;
  const change = first ? settleCall({}, rest.reduce(joinFacts, first)) : null;
  if (!change) return null;
  const segments = segmentsOf(change);
  const bill = change.bill ? priceBill(change.bill.bill, currency, rates) : null;
  const texts = [change.projection.summary ?? '', ...segments.map(({ text }) => String(text))];
  return {
    row: {
      workspaceId: call.workspace.id,
      ...change.projection,
      evidence: change.evidence,
      cost: bill?.total ?? null,
      currency: bill?.currency ?? null,
      assistantId: call.workspace.assistantId,
      words: [...searchWords(texts.join(' '))].sort().join(' '),
      contact: [otherParty(call)],
    },
    segments,
    usage: (bill?.lines ?? []).map(({ source, quantity, unit, originalAmount, amount }, line) => ({
      ...{ line, reversal: false, source, quantity, unit, originalAmount, amount },
      ...{ originalCurrency: bill?.originalCurrency, currency: bill?.currency, rate: bill?.rate },
    })),
    transfers: readTransfers(change.evidence).sort((a, b) =>
      a.destination < b.destination ? -1 : 1,
    ) as unknown as Facts[],
  };
}

function segmentsOf({ transcript }: CallChange): Facts[] {
  if (!transcript) return [];
  const { source, segments } = transcript;
  const ordered =
    source === 'live' ? [...segments].sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.key < b.key ? -1 : 1)) : segments;
  return ordered.map(({ role, text, at, secondsFromStart }, position) => ({
    source,
    role,
    text,
    at,
    secondsFromStart,
    position,
  }));
}

function otherParty({ script }: ChaosCall): string {
  return script.scenario.direction === 'inbound' ? script.fromNumber : script.toNumber;
}
