import { z } from 'zod';
import { pageOf, type PageRequest } from '../../kernel/graphql/index.js';

const wholeNumber = 'Give a whole number. | Indiquez un nombre entier.';
const text = 'Give this parameter once. | Indiquez ce paramètre une seule fois.';
const moment =
  'Give a moment with its offset, such as 2026-11-21T19:30:00Z. | Indiquez un instant avec son décalage, par exemple 2026-11-21T19:30:00Z.';

/** The parameters of a list in a query string, where everything is text. */
export const pageParameters = {
  first: z
    .string(text)
    .regex(/^-?\d{1,9}$/, wholeNumber)
    .transform(Number)
    .optional(),
  after: z.string(text).optional(),
};

export const searchParameter = z.string(text).max(500).optional();

export const idParameter = z.string(text).max(100).optional();

/** One of a few words. */
export function oneOfParameter<const T extends readonly string[]>(values: T) {
  const list = values.join(', ');
  return z.enum(values, `Give one of: ${list}. | Indiquez l’une de ces valeurs : ${list}.`).optional();
}

/** RFC 3339 with an offset, as `DateTime` in GraphQL. */
export const momentParameter = z.iso
  .datetime({ offset: true, error: moment })
  .transform((value) => new Date(value))
  .optional();

/** @throws PageSizeInvalid */
export function pageFrom({ first, after }: { first?: number | undefined; after?: string | undefined }): PageRequest {
  return pageOf({ ...(first !== undefined && { first }), ...(after !== undefined && { after }) });
}
