/** More than this nobody listens to, and Twilio takes 4096 characters. */
const longest = 1_200;

/** What a model wrote, as a voice can read it: no markup, no addresses, one line. */
export function toSpokenText(written: string): string {
  const plain = written
    .replace(/```[\s\S]*?(```|$)/g, ' ')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\bhttps?:\/\/\S+/g, ' ')
    .replace(/^\s{0,3}(?:#{1,6}|>|[-*+•]|\d{1,2}[.)])\s+/gm, '')
    .replace(/(\*\*|__|~~|`)/g, '')
    .replace(/(^|\s)[*_](\S(?:[^*_]*\S)?)[*_](?=[\s.,;:!?]|$)/g, '$1$2')
    .replace(/\p{Extended_Pictographic}\uFE0F?/gu, '');
  return shortened(speakable(plain).replace(/\s+/g, ' ').trim());
}

/** Without what XML cannot hold. */
export function speakable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]|\p{Cs}/gu, '');
}

/** Cut after a sentence where there is one. */
function shortened(text: string): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  const end = Math.max(...['. ', '! ', '? ', '。'].map((mark) => cut.lastIndexOf(mark)));
  return end > longest / 3 ? cut.slice(0, end + 1).trim() : `${cut.slice(0, cut.lastIndexOf(' '))}…`;
}
