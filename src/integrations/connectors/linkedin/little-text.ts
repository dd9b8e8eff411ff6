import { z } from 'zod';

export const mentionsSchema = z
  .array(
    z.object({
      name: z.string().min(1).max(100).describe('Exactly as LinkedIn has it; the text holds it as @name'),
      urn: z.string().regex(/^urn:li:(organization|person):[A-Za-z0-9_-]+$/),
    }),
  )
  .max(20)
  .optional();

interface Mention {
  name: string;
  urn: string;
}

/** With a letter in it, and not within a word or an address. */
const hashtag = /(?<![\p{L}\p{N}_/&=?])#([\p{N}_]*\p{L}[\p{L}\p{N}_]*)/gu;

/**
 * A text in LinkedIn's little text format. Characters of its own are escaped: an unescaped bracket cuts the text off.
 * `#word` becomes a hashtag, `@name` of a mention becomes that mention.
 *
 * https://learn.microsoft.com/en-us/linkedin/marketing/community-management/shares/little-text-format
 */
export function littleText(text: string, mentions: readonly Mention[] = []): string {
  const [mention, ...others] = mentions;
  if (!mention) return withHashtags(text);
  return text
    .split(`@${mention.name}`)
    .map((part) => littleText(part, others))
    .join(`@[${escaped(mention.name)}](${mention.urn})`);
}

function withHashtags(text: string): string {
  const parts = text.split(hashtag);
  // `split` with a group gives text and hashtag in turn.
  return parts.map((part, index) => (index % 2 === 1 ? `{hashtag|\\#|${escaped(part)}}` : escaped(part))).join('');
}

function escaped(text: string): string {
  return text.replace(/[\\|{}@[\]()<>#*_~]/g, (character) => `\\${character}`);
}
