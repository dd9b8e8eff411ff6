import type { MailText } from './mail-text.js';

/** Tells the owner of an account what someone who got hold of their mailbox would rather keep quiet. */
export function passwordChangedMail({ name }: { name: string }): MailText {
  return {
    subject: { en: 'Your password was changed', fr: 'Votre mot de passe a été modifié' },
    text: {
      en: `Hello ${name},

the password of your account has just been changed, and you were signed out everywhere else.

If it was not you, ask for a new password at once.
`,
      fr: `Bonjour ${name},

le mot de passe de votre compte vient d’être modifié, et vous avez été déconnecté partout ailleurs.

Si ce n’était pas vous, demandez tout de suite un nouveau mot de passe.
`,
    },
  };
}
