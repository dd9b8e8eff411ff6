import type { MailText } from './mail-text.js';

export function passwordResetMail({ name, link }: { name: string; link: string }): MailText {
  return {
    subject: { en: 'Choose a new password', fr: 'Choisissez un nouveau mot de passe' },
    text: {
      en: `Hello ${name},

someone asked for a new password for your account. To choose one, open this link within an hour:

${link}

If it was not you, do nothing: your password stays as it is.
`,
      fr: `Bonjour ${name},

quelqu’un a demandé un nouveau mot de passe pour votre compte. Pour le choisir, ouvrez ce lien dans l’heure :

${link}

Si ce n’était pas vous, ne faites rien : votre mot de passe reste le même.
`,
    },
  };
}
