import { z } from 'zod';

/** https://developers.brevo.com/reference/send-async-transactional-sms */
export const smsSender = z
  .string()
  .regex(/^([A-Za-z0-9 ]{1,11}|\d{1,15})$/)
  .describe('What recipients see: at most 11 letters and digits, or at most 15 digits');

export const smsContent = z
  .string()
  .min(1)
  .max(1600)
  .describe('Each 160 characters (70 with unicode) count as one SMS');
export const unicodeEnabled = z
  .boolean()
  .default(false)
  .describe('For characters outside the GSM alphabet, such as ê or emojis; an SMS then holds 70 characters');
