import { UpstreamRefused, type HttpFailure } from '../../kernel/http/index.js';
import { oneLine } from '../tools/spoken.js';

const longest = 300;

/** What a platform said when it refused, for people to read; where it said nothing, its status. */
export function platformWords(failure: HttpFailure): string {
  const told =
    failure.platformSaid().message ?? (failure instanceof UpstreamRefused ? jsonMessage(failure) : undefined);
  const words = oneLine(told ?? '').slice(0, longest);
  return words === '' ? `HTTP ${failure.status ?? 'error'}` : words;
}

/** The `message` that most JSON interfaces answer with, one or several; nothing else of the body is passed on. */
function jsonMessage(failure: UpstreamRefused): string | undefined {
  try {
    const body: unknown = JSON.parse(failure.replyText());
    const said = typeof body === 'object' && body !== null && 'message' in body ? body.message : undefined;
    const several: unknown[] = Array.isArray(said) ? said : [said];
    return several.filter((each) => typeof each === 'string').join('; ');
  } catch {
    return undefined;
  }
}
