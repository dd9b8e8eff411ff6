import type { LocalizedText } from '../../../kernel/errors/index.js';

export const makeServiceAccount: LocalizedText = {
  en: 'Service account: IAM & Admin > Service Accounts > Create service account (no role is needed), then Keys > Add key > Create new key > JSON.',
  fr: 'Compte de service : IAM et administration > Comptes de service > Créer un compte de service (aucun rôle requis), puis Clés > Ajouter une clé > Créer une clé > JSON.',
};

export const orMakeClient: LocalizedText = {
  en: 'Google account instead: APIs & Services > Credentials > Create credentials > OAuth client ID > Web application, with our redirect address. Publish the app: in testing Google ends the connection after 7 days.',
  fr: 'Avec un compte Google : API et services > Identifiants > Créer des identifiants > ID client OAuth > Application Web, avec notre adresse de redirection. Publiez l’application : en mode test, Google coupe la connexion après 7 jours.',
};
