import { refused, type VapiReply } from '../http/vapi-request.js';
import type { VapiKind, VapiResource } from '../vapi-store.js';

type Compare = (value: string, bound: string) => boolean;

const bounds: Readonly<Record<string, Compare>> = {
  Gt: (value, bound) => value > bound,
  Lt: (value, bound) => value < bound,
  Ge: (value, bound) => value >= bound,
  Le: (value, bound) => value <= bound,
};

/** What calls are looked for by, besides their times. */
const callFilters = ['id', 'assistantId', 'phoneNumberId'];

/** @returns the reply, or the resources that belong on the page. */
export function pageOf(
  kind: VapiKind,
  all: readonly VapiResource[],
  query: URLSearchParams,
): VapiReply | readonly VapiResource[] {
  const limit = Number(query.get('limit') ?? 100);
  if (!(limit >= 0 && limit <= 1_000)) return refused(400, ['limit must not be greater than 1000']);
  const wanted = all.filter((each) => isWithin(each, query) && (kind !== 'call' || isAsked(each, query)));
  return wanted.slice(0, limit);
}

function isWithin(each: VapiResource, query: URLSearchParams): boolean {
  return ['createdAt', 'updatedAt'].every((member) =>
    Object.entries(bounds).every(([name, compare]) => {
      const bound = query.get(`${member}${name}`);
      return bound === null || compare(instant(String(each[member])), instant(bound));
    }),
  );
}

/** So that `+02:00` compares with `Z`; what is no time stays as it is. */
function instant(text: string): string {
  const ms = Date.parse(text);
  return Number.isNaN(ms) ? text : new Date(ms).toISOString();
}

function isAsked(call: VapiResource, query: URLSearchParams): boolean {
  return callFilters.every((name) => {
    const asked = query.get(name);
    return asked === null || call[name] === asked;
  });
}
