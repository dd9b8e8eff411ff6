import type { LocalizedText } from '../../kernel/errors/index.js';

/** A mail in both languages, before anyone is known to receive it. */
export interface MailText {
  subject: LocalizedText;
  text: LocalizedText;
}
