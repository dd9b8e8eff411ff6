import { z } from 'zod';

/** Twilio leaves out, nulls or empties what is not set; here it is null. */
export const twilioText = z
  .string()
  .nullish()
  .catch(null)
  .transform((value) => (value === undefined || value === '' ? null : value));

/** RFC 2822 in the API of 2010, ISO 8601 in the newer ones. */
export const twilioDate = twilioText.transform((text) => {
  const at = new Date(text ?? Number.NaN);
  return Number.isNaN(at.getTime()) ? null : at;
});

/** Where the next page is: below the host in the API of 2010. */
export const nextPage = z.object({ next_page_uri: twilioText });
