import { invalid } from '../twilio-refusal.js';
import { ok, type TwilioReply, type TwilioRequest } from './twilio-request.js';

const mostOnPage = 1000;

interface Page {
  readonly items: readonly unknown[];
  readonly page: number;
  readonly pageSize: number;
  readonly isLast: boolean;
}

/** A page as the API of 2010 gives it: https://www.twilio.com/docs/usage/twilios-response#pagination */
export function listOf2010(request: TwilioRequest, key: string, all: readonly unknown[]): TwilioReply {
  const { items, page, pageSize, isLast } = pageOf(request, all);
  const at = (number: number) => `${request.path}?${searchOf(request, pageSize, number)}`;
  return ok({
    [key]: items,
    page,
    page_size: pageSize,
    start: page * pageSize,
    end: Math.max(page * pageSize + items.length - 1, 0),
    uri: at(page),
    first_page_uri: at(0),
    next_page_uri: isLast ? null : at(page + 1),
    previous_page_uri: page === 0 ? null : at(page - 1),
  });
}

/** A page as the later products give it, below a `meta`. */
export function listWithMeta(
  request: TwilioRequest,
  [host, key]: [string, string],
  all: readonly unknown[],
): TwilioReply {
  const { items, page, pageSize, isLast } = pageOf(request, all);
  const at = (number: number) => `https://${host}${request.path}?${searchOf(request, pageSize, number)}`;
  return ok({
    [key]: items,
    meta: {
      key,
      page,
      page_size: pageSize,
      url: at(page),
      first_page_url: at(0),
      next_page_url: isLast ? null : at(page + 1),
      previous_page_url: page === 0 ? null : at(page - 1),
    },
  });
}

function pageOf({ query }: TwilioRequest, all: readonly unknown[]): Page {
  const pageSize = Math.min(numberIn(query, 'PageSize', 50), mostOnPage);
  const page = numberIn(query, 'Page', 0);
  const items = all.slice(page * pageSize, (page + 1) * pageSize);
  return { items, page, pageSize, isLast: (page + 1) * pageSize >= all.length };
}

function numberIn(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name);
  if (text === null) return otherwise;
  if (!/^\d{1,6}$/.test(text)) throw invalid(20001, `${name} is not valid: ${text}`);
  return Math.max(Number(text), name === 'PageSize' ? 1 : 0);
}

function searchOf({ query }: TwilioRequest, pageSize: number, page: number): string {
  const search = new URLSearchParams([...query].filter(([name]) => !['Page', 'PageSize', 'PageToken'].includes(name)));
  search.set('PageSize', String(pageSize));
  search.set('Page', String(page));
  return search.toString();
}
