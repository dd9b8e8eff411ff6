import { z } from 'zod';
import { displayName, emailAddress, onlyFields, phoneNumber, plainText, timeZoneName } from '../../contacts/index.js';

const textExpected = 'Give a text. | Indiquez un texte.';
const numberExpected = 'Give a whole number. | Indiquez un nombre entier.';
const momentExpected =
  'Give a moment with its offset, such as 2026-11-21T19:30:00Z. | Indiquez un instant avec son décalage, par exemple 2026-11-21T19:30:00Z.';
const answersExpected =
  'Give an object of answers: texts, numbers, true or false, or lists of texts. | Indiquez un objet de réponses : textes, nombres, true ou false, ou listes de textes.';

/** What lasts over the end of 9999 ends in a year that calendars write in another way, and do not understand. */
const lastYear = 9_998;

/** A `DateTime` of GraphQL as it is parsed there, or of REST as it is written. */
export const momentField = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((text) => new Date(text))], momentExpected)
  .refine(
    (moment) => moment.getUTCFullYear() <= lastYear,
    'Give a moment before the year 9999. | Indiquez un instant avant l’an 9999.',
  );

export const eventTypeIdField = z.int(numberExpected).min(1, numberExpected).max(2_147_483_647, numberExpected);
export const notesField = plainText(4_000);
/** Cal.com mails it to whoever comes. */
export const reasonField = plainText(1_000);

const answer = z.union([plainText(2_000), z.number(), z.boolean(), z.array(plainText(500)).max(50)], answersExpected);
const answers = z
  .record(z.string().max(100), answer, answersExpected)
  .refine((all) => Object.keys(all).length <= 50, 'Give at most 50 answers. | Indiquez au plus 50 réponses.');

/** What whoever books for somebody else has to say, over GraphQL and REST alike. */
export const bookingInput = onlyFields({
  eventTypeId: eventTypeIdField,
  start: momentField,
  attendeeName: displayName,
  attendeeEmail: emailAddress.nullish(),
  attendeePhoneNumber: phoneNumber.nullish(),
  timeZone: timeZoneName.nullish(),
  notes: notesField.nullish(),
  responses: answers.nullish(),
  idempotencyKey: z
    .string(textExpected)
    .regex(
      /^[\x21-\x7e]{1,255}$/,
      'Use 1 to 255 visible ASCII characters. | Utilisez de 1 à 255 caractères ASCII visibles.',
    )
    .nullish(),
});
export type BookingWish = z.output<typeof bookingInput>;

export const moveInput = onlyFields({
  start: momentField,
  reason: reasonField.nullish(),
  notes: notesField.nullish(),
});
