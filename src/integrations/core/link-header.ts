/** The address of the next page in a `Link` header (RFC 8288); null on the last page. */
export function nextPageOf(headers: Readonly<Record<string, string | undefined>>): URL | null {
  for (const link of (headers.link ?? '').split(/,\s*(?=<)/)) {
    const [, target = ''] = /^<([^>]*)>/.exec(link.trim()) ?? [];
    if (/;\s*rel="?next"?/i.test(link) && URL.canParse(target)) return new URL(target);
  }
  return null;
}
