import { AppError, type LocalizedText } from '../../kernel/errors/index.js';
import { BookingInProgress } from '../calendar.errors.js';
import {
  AlreadyCancelled,
  AlreadyRescheduled,
  AlreadySignedUp,
  BookerLimitReached,
  BookingNotFound,
  CannotCancel,
  CannotReschedule,
  FieldMissing,
  FieldRefused,
  OutcomeUnknown,
} from '../providers/calcom/calcom.errors.js';
import { Say } from './conversation.js';
import { sentences, stillNeeded } from './sentences.js';

/** What a caller hears when Cal.com says no, or says nothing. @throws what is our own fault. */
export function sayRefusal(error: unknown): Say {
  if (error instanceof FieldMissing || error instanceof FieldRefused) return new Say(stillNeeded([error.field]));
  if (!(error instanceof AppError) || error.kind === 'internal') throw error;
  return new Say(toSentence(error));
}

function toSentence(error: AppError): LocalizedText {
  if (error instanceof OutcomeUnknown || error instanceof BookingInProgress) return sentences.notConfirmed;
  if (error instanceof BookingNotFound || error instanceof AlreadyCancelled) return sentences.notYours;
  if (error instanceof AlreadyRescheduled) return sentences.alreadyMoved;
  if (error instanceof AlreadySignedUp) return sentences.alreadySignedUp;
  if (error instanceof BookerLimitReached) return sentences.bookerLimit;
  if (error instanceof CannotReschedule) return sentences.cannotMove;
  if (error instanceof CannotCancel) return sentences.cannotCancel;
  return sentences.calendarAway;
}
