import type { RequestContext } from '../../../kernel/context/index.js';
import type { CallChange } from '../merge/settle-call.js';
import { searchWords } from '../search/search-words.js';
import type { CallRow, RecordedCall } from './call-rows.js';
import { readTexts } from './segment-rows.js';

interface Changed {
  call: RecordedCall;
  change: CallChange;
}

/** The words by which changed calls can be found. Most only gain some; a text that was replaced takes its words along. */
export async function indexWords(ctx: RequestContext, changed: readonly Changed[]) {
  const stored = await readTexts(
    ctx,
    changed.filter(rereads).map(({ call }) => call.id),
  );
  const words = new Map<string, NonNullable<CallRow['search']>>();
  for (const { call, change } of changed) {
    const replace = change.transcript?.replace === true || losesSummary(call, change);
    const summary = summaryChanged(call, change) || replace ? (change.projection.summary ?? '') : '';
    const texts = [summary, stored.get(call.id) ?? '', ...(change.transcript?.segments ?? []).map(({ text }) => text)];
    const found = searchWords(texts.join(' '));
    if (replace || found.size > 0) words.set(call.id, { replace, words: found });
  }
  return words;
}

/** Another summary takes the words of the one before away; those of the transcript must be read again if it stays. */
function rereads({ call, change }: Changed): boolean {
  return losesSummary(call, change) && change.transcript?.replace !== true;
}

function losesSummary(call: RecordedCall, change: CallChange): boolean {
  return call.evidence.summary !== undefined && summaryChanged(call, change);
}

function summaryChanged({ evidence }: RecordedCall, change: CallChange): boolean {
  return evidence.summary?.[2] !== change.evidence.summary?.[2];
}
