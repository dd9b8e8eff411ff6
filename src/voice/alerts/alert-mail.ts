import type { MailText } from '../../accounts/index.js';
import type { NewAlert } from './alert.js';

/** What is wrong in which workspace, and what to do about it. */
export function alertMail({ message, advice }: Pick<NewAlert, 'message' | 'advice'>, workspace: string): MailText {
  return {
    subject: { en: `Alert in ${workspace}: ${message.en}`, fr: `Alerte dans ${workspace} : ${message.fr}` },
    text: {
      en: `Hello,

${message.en}

What to do: ${advice.en}

This alert closes by itself once all is well again. You will not be written to twice about the same incident.
`,
      fr: `Bonjour,

${message.fr}

Que faire : ${advice.fr}

Cette alerte se ferme d’elle-même dès que tout va bien. Vous ne recevrez pas deux messages pour le même incident.
`,
    },
  };
}
