import type { FormPage } from './page.js';

/** Where the mailed link of a forgotten password leads. */
export const resetPasswordPage: FormPage = {
  title: { en: 'Choose a new password', fr: 'Choisissez un nouveau mot de passe' },
  fields: [
    {
      name: 'password',
      type: 'password',
      label: { en: 'New password, 8 characters or more', fr: 'Nouveau mot de passe, 8 caractères ou plus' },
      autocomplete: 'new-password',
    },
  ],
  buttons: [{ action: 'reset', label: { en: 'Set the password', fr: 'Enregistrer' } }],
  done: {
    en: 'Your password is set. You were signed out everywhere; sign in with the new one.',
    fr: 'Votre mot de passe est enregistré. Vous avez été déconnecté partout ; connectez-vous avec le nouveau.',
  },
  run: `
  await ask('mutation ($token: String!, $password: String!) { resetPassword(token: $token, password: $password) { expiresAt } }',
    { token, password: fields.password });
`,
};
