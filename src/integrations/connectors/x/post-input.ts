import { z } from 'zod';
import { weightedLength } from './weighted-length.js';

const shortLimit = 280;
const longLimit = 25_000;

export const idSchema = z.string().regex(/^[0-9]{1,19}$/);
export const mediaIdsSchema = z
  .array(idSchema)
  .min(1)
  .max(4)
  .optional()
  .describe('From upload_image or upload_video: up to 4 images, or 1 GIF, or 1 video; usable for about 24 hours');
export const longPostsSchema = z
  .boolean()
  .default(false)
  .describe('The account has X Premium and may post up to 25,000 characters');

export const textSchema = z
  .string()
  .max(longLimit)
  .describe('280 at most, where an address counts 23 and an emoji or a Chinese, Japanese or Korean character 2');

/** Whether X would take a text of this length. */
export function fits(text: string, longPosts: boolean): boolean {
  return weightedLength(text) <= (longPosts ? longLimit : shortLimit);
}

export const tooLong =
  'This text is too long for X: 280 characters, or 25,000 with X Premium and longPosts. | Ce texte est trop long pour X : 280 caractères, ou 25 000 avec X Premium et longPosts.';
