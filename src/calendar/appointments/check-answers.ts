import { AnswerRefused } from '../calendar.errors.js';
import { FieldMissing } from '../providers/calcom/calcom.errors.js';
import type { CalComEventType, CalComField } from '../providers/calcom/event-type.js';
import type { BookingWish } from './booking-input.js';

type Answers = Readonly<Record<string, unknown>>;

/** Cal.com's own field for the telephone number; its other ones are filled from the attendee, or are never asked for. */
const phoneField = 'attendeePhoneNumber';

/**
 * What Cal.com would refuse in words only is refused here by its name.
 *
 * @throws FieldMissing, AnswerRefused
 */
export function checkAnswers({ fields }: CalComEventType, wish: BookingWish): void {
  const answers = wish.responses ?? {};
  for (const field of fields.filter(({ hidden }) => !hidden)) {
    if (field.isDefault) checkPhone(field, wish);
    else checkAnswer(field, answers);
  }
}

function checkPhone({ slug, required }: CalComField, { attendeePhoneNumber }: BookingWish): void {
  if (required && slug === phoneField && !attendeePhoneNumber) throw new FieldMissing(slug);
}

function checkAnswer({ slug, required, options }: CalComField, answers: Answers): void {
  const answer = answers[slug];
  const isEmpty = answer === undefined || answer === '' || (Array.isArray(answer) && answer.length === 0);
  if (isEmpty && required) throw new FieldMissing(slug);
  if (isEmpty || options.length === 0) return;
  const isOffered = (choice: unknown) => options.some((option) => option === choice);
  if (![answer].flat().every(isOffered)) throw new AnswerRefused(slug, options);
}
