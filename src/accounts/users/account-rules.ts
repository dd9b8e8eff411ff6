import { z } from 'zod';
import { isEmailAddress } from '../../kernel/graphql/index.js';

/** Addresses are compared without case. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .refine(isEmailAddress, 'Give an e-mail address. | Indiquez une adresse e-mail.');

/** No rules about kinds of characters: https://pages.nist.gov/800-63-4/sp800-63b.html, "Password Verifiers". */
export const newPassword = z
  .string()
  .min(8, 'Use 8 characters or more. | Utilisez au moins 8 caractères.')
  .max(256, 'Use 256 characters or fewer. | Utilisez au plus 256 caractères.');

/** A name that a person typed: one line, no control characters, no half of a surrogate pair. */
export const displayName = z
  .string()
  .trim()
  .min(1, 'Give a name. | Indiquez un nom.')
  .max(120, 'Use 120 characters or fewer. | Utilisez au plus 120 caractères.')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'Use one line of plain text. | Utilisez une seule ligne de texte.');
