const urlPattern = /https?:\/\/\S+|\b(?:[a-z0-9-]+\.)+[a-z]{2,}(?:\/\S*)?/gi;
const urlWeight = 23;
const emojiPattern = /\p{Emoji_Presentation}|\uFE0F|\u20E3/u;
const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * The length of a text as X counts it: an address 23, an emoji 2, a letter of Latin, Cyrillic or Arabic script 1, of
 * Chinese, Japanese or Korean script 2. https://docs.x.com/fundamentals/counting-characters
 *
 * It never counts less than X does.
 */
export function weightedLength(text: string): number {
  const urls = text.match(urlPattern) ?? [];
  const rest = text.replace(urlPattern, '').normalize('NFC');
  const weights = [...characters.segment(rest)].map(({ segment }) => weightOfGrapheme(segment));
  return [...urls.map(weightOfUrl), ...weights].reduce((sum, weight) => sum + weight, 0);
}

/** What has no scheme may be an address or two sentences without a space between, which only X's list of domains tells. */
function weightOfUrl(url: string): number {
  return /^https?:/i.test(url) ? urlWeight : Math.max(urlWeight, url.length);
}

function weightOfGrapheme(grapheme: string): number {
  if (emojiPattern.test(grapheme)) return 2;
  return [...grapheme].reduce((sum, character) => sum + (isLight(character.codePointAt(0) ?? 0) ? 1 : 2), 0);
}

/** https://github.com/twitter/twitter-text/blob/master/config/v3.json */
function isLight(code: number): boolean {
  const ranges = [
    [0, 4351],
    [8192, 8205],
    [8208, 8223],
    [8242, 8247],
  ] as const;
  return ranges.some(([first, last]) => code >= first && code <= last);
}
