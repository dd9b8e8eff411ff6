import { z } from 'zod';

export const postUrnSchema = z
  .string()
  .regex(/^urn:li:(share|ugcPost):\d+$/)
  .describe('urn:li:share:… or urn:li:ugcPost:…');
export const commentUrnSchema = z
  .string()
  .regex(/^urn:li:comment:\(urn:li:(activity|share|ugcPost):\d+,\d+\)$/)
  .describe('commentUrn of list_comments');
