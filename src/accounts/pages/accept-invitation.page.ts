import type { FormPage } from './page.js';

/** Where the mailed link of an invitation leads. */
export const acceptInvitationPage: FormPage = {
  title: { en: 'Join the workspace', fr: 'Rejoignez l’espace de travail' },
  fields: [
    {
      name: 'email',
      type: 'email',
      label: { en: 'The e-mail address that was invited', fr: 'L’adresse e-mail invitée' },
      autocomplete: 'username',
    },
    {
      name: 'password',
      type: 'password',
      label: { en: 'Password', fr: 'Mot de passe' },
      autocomplete: 'current-password',
    },
    {
      name: 'name',
      type: 'text',
      label: { en: 'Your name, for a new account', fr: 'Votre nom, pour un nouveau compte' },
      autocomplete: 'name',
      optional: true,
    },
  ],
  buttons: [
    { action: 'sign-in', label: { en: 'Sign in and join', fr: 'Se connecter et rejoindre' } },
    { action: 'sign-up', label: { en: 'Create an account and join', fr: 'Créer un compte et rejoindre' } },
  ],
  done: {
    en: 'You are a member now. Sign in to the workspace.',
    fr: 'Vous êtes maintenant membre. Connectez-vous à l’espace de travail.',
  },
  run: `
  const { email, password, name } = fields;
  const { session } = action === 'sign-up'
    ? await ask('mutation ($input: SignUpInput!) { session: signUp(input: $input) { accessToken } }',
        { input: { email, password, name, workspaceName: name } })
    : await ask('mutation ($input: SignInInput!) { session: signIn(input: $input) { accessToken } }', { input: { email, password } });
  await ask('mutation ($token: String!) { acceptInvitation(token: $token) { expiresAt } }', { token }, session.accessToken);
`,
};
