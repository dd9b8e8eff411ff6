import type { MailText } from './mail-text.js';

export function invitationMail({ workspace, link }: { workspace: string; link: string }): MailText {
  return {
    subject: { en: `Join ${workspace}`, fr: `Rejoignez ${workspace}` },
    text: {
      en: `Hello,

you are invited to work in ${workspace}. Sign in, or sign up with this e-mail address, and open this link within 7 days:

${link}

If you do not know who invites you, do nothing.
`,
      fr: `Bonjour,

vous êtes invité à travailler dans ${workspace}. Connectez-vous, ou créez un compte avec cette adresse e-mail, puis ouvrez ce lien dans les 7 jours :

${link}

Si vous ne savez pas qui vous invite, ne faites rien.
`,
    },
  };
}
