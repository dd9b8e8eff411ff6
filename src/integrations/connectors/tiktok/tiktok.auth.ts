import type { AuthMode } from '../../core/auth-mode.js';
import { secretField, textField } from '../../core/credential-field.js';
import { accountLogin, pastedRefreshToken } from './account-grant.js';
import { adsLogin } from './ads-grant.js';
import { tikTokSign } from './tiktok-sign.js';

const clientId = textField('clientId', {
  label: { en: 'App id', fr: 'Identifiant d’app' },
  help: { en: 'business-api.tiktok.com > My Apps > App detail', fr: 'business-api.tiktok.com > My Apps > App detail' },
  pattern: /^[A-Za-z0-9]{8,40}$/,
});
const clientSecret = secretField('clientSecret', {
  label: { en: 'App secret', fr: 'Clé secrète de l’app' },
  help: { en: 'business-api.tiktok.com > My Apps > App detail', fr: 'business-api.tiktok.com > My Apps > App detail' },
});
const marketingToken = {
  label: { en: 'Marketing access token', fr: 'Token Marketing' },
  pattern: /^[a-f0-9]{40}$/,
};
const forTrends = {
  en: 'For trending hashtags and ads only',
  fr: 'Pour les hashtags en tendance et les publicités seulement',
};
const advertiser = { label: { en: 'Advertiser id', fr: 'Identifiant d’annonceur' }, pattern: /^\d{15,20}$/ };
const advertiserHelp = {
  en: 'TikTok Ads Manager, behind the account’s name',
  fr: 'TikTok Ads Manager, derrière le nom du compte',
};
const adsBesides = [
  secretField('marketingAccessToken', { ...marketingToken, help: forTrends, required: false }),
  textField('advertiserId', { ...advertiser, help: forTrends, required: false }),
];

const accountToken: AuthMode = {
  key: 'account_token',
  label: { en: 'Token of the TikTok account', fr: 'Token du compte TikTok' },
  fields: [
    clientId,
    clientSecret,
    secretField('refreshToken', {
      label: { en: 'Refresh token', fr: 'Token d’actualisation' },
      help: {
        en: 'Told with the access token when the account allows your app; good for a year',
        fr: 'Donné avec le token d’accès quand le compte autorise votre app ; valable un an',
      },
      pattern: /^rft\.\S+$/,
    }),
    ...adsBesides,
  ],
  grant: pastedRefreshToken('refreshToken'),
  sign: tikTokSign({
    account: (_values, grant) => grant?.accessToken,
    ads: (values) => values.optionalSecret('marketingAccessToken'),
  }),
};

const marketingOnly: AuthMode = {
  key: 'marketing_token',
  label: { en: 'Marketing token only', fr: 'Token Marketing seul' },
  fields: [
    secretField('marketingAccessToken', marketingToken),
    textField('advertiserId', { ...advertiser, help: advertiserHelp }),
  ],
  sign: tikTokSign({ ads: (values) => values.secret('marketingAccessToken') }),
};

const oauth: AuthMode = {
  key: 'oauth',
  label: { en: 'Sign in with the TikTok account', fr: 'Connexion avec le compte TikTok' },
  fields: [clientId, clientSecret, ...adsBesides],
  grant: accountLogin(),
  sign: tikTokSign({
    account: (_values, grant) => grant?.accessToken,
    ads: (values) => values.optionalSecret('marketingAccessToken'),
  }),
};

const marketingOAuth: AuthMode = {
  key: 'marketing_oauth',
  label: { en: 'Sign in with the ads account', fr: 'Connexion avec le compte publicitaire' },
  fields: [clientId, clientSecret, textField('advertiserId', { ...advertiser, help: advertiserHelp })],
  grant: adsLogin(),
  sign: tikTokSign({ ads: (_values, grant) => grant?.accessToken }),
};

export const tikTokAuth = [accountToken, oauth, marketingOnly, marketingOAuth] as const;
