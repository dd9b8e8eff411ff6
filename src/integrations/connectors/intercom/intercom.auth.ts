import { bearer, grantBearer, type AuthMode } from '../../core/auth-mode.js';
import { choiceField, secretField, textField } from '../../core/credential-field.js';
import { intercomToken } from './intercom-token.js';

const region = choiceField('region', ['us', 'eu', 'au'], {
  label: { en: 'Region of the workspace', fr: 'Région de l’espace de travail' },
  help: {
    en: 'Where its data is hosted: Settings > Workspace > General',
    fr: 'Là où ses données sont hébergées : Paramètres > Espace de travail > Général',
  },
});

const adminId = textField('adminId', {
  label: { en: 'Teammate who writes (id)', fr: 'Membre de l’équipe qui écrit (identifiant)' },
  help: {
    en: 'Replies and notes are written in this teammate’s name; whoever owns the token where left empty',
    fr: 'Les réponses et notes sont écrites au nom de ce membre ; à défaut, celui à qui appartient le jeton',
  },
  required: false,
  pattern: /^\d{1,20}$/,
  strict: true,
});

const clientIdHelp = {
  en: 'Developer Hub > your app > Configure > Basic information > Client ID',
  fr: 'Developer Hub > votre application > Configure > Basic information > Client ID',
};

const accessToken: AuthMode = {
  key: 'access_token',
  label: { en: 'Access token of your app', fr: 'Jeton d’accès de votre application' },
  fields: [
    region,
    secretField('accessToken', {
      label: { en: 'Access token', fr: 'Jeton d’accès' },
      help: {
        en: 'Developer Hub > your app > Configure > Authentication > Access token',
        fr: 'Developer Hub > votre application > Configure > Authentication > Access token',
      },
      pattern: /^[A-Za-z0-9=_:-]{40,}$/,
    }),
    adminId,
    textField('clientId', {
      label: { en: 'Client ID (for reports)', fr: 'Client ID (pour les rapports)' },
      help: clientIdHelp,
      required: false,
    }),
  ],
  sign: bearer('accessToken'),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'OAuth application', fr: 'Application OAuth' },
  fields: [
    region,
    textField('clientId', { label: { en: 'Client ID', fr: 'Client ID' }, help: clientIdHelp }),
    secretField('clientSecret', {
      label: { en: 'Client secret', fr: 'Client secret' },
      help: {
        en: 'Developer Hub > your app > Configure > Basic information > Client secret',
        fr: 'Developer Hub > votre application > Configure > Basic information > Client secret',
      },
    }),
    adminId,
  ],
  grant: intercomToken,
  sign: grantBearer(),
};

export const intercomAuth: readonly [AuthMode, ...AuthMode[]] = [accessToken, oauth];
