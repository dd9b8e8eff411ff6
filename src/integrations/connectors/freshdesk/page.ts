import { z } from 'zod';

/** Freshdesk pages by number, from 1: https://developers.freshdesk.com/api/#pagination */
export const pageCursor = z
  .string()
  .regex(/^[1-9]\d{0,3}$/)
  .optional()
  .describe('nextCursor of the page before');
