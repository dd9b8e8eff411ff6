import { AppError } from '../../kernel/errors/index.js';

/**
 * A mail that could not be opened, or that the mail server did not take; it may take it later, since most refusals are of
 * settings that an operator puts right. Of the cause only its codes are kept: what mail servers say repeats addresses.
 */
export class MailNotSent extends AppError {
  constructor(mailId: string, cause: unknown) {
    super(
      'upstream_unavailable',
      'ACCOUNTS.MAIL_NOT_SENT',
      { en: 'The mail could not be sent.', fr: 'Le message n’a pas pu être envoyé.' },
      { meta: { mailId, ...codesOf(cause) } },
    );
  }
}

/** A mail that waited for longer than its link holds; whoever it is for has to ask again. */
export class MailOutOfDate extends AppError {
  constructor(mailId: string) {
    super(
      'conflict',
      'ACCOUNTS.MAIL_OUT_OF_DATE',
      { en: 'The link of the mail has expired. Ask again.', fr: 'Le lien du message a expiré. Demandez-en un autre.' },
      { meta: { mailId } },
    );
  }
}

/** What failed, in words of ours, of Node or of the SMTP client, and the mail server's number for it. */
function codesOf(cause: unknown): { code?: string; reply?: number } {
  if (cause instanceof AppError) return { code: cause.reason };
  if (!(cause instanceof Error)) return {};
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
  const reply = 'responseCode' in cause && typeof cause.responseCode === 'number' ? cause.responseCode : undefined;
  return { code, ...(reply !== undefined && { reply }) };
}
