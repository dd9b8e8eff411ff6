import { InvalidInput } from '../../../kernel/errors/index.js';

export class NoTikTokAccount extends InvalidInput {
  constructor() {
    super('INTEGRATIONS.TIKTOK_NO_ACCOUNT', {
      en: 'This connection reaches an ads account only. For videos, audience and comments connect the TikTok account itself.',
      fr: 'Cette connexion n’atteint qu’un compte publicitaire. Pour les vidéos, l’audience et les commentaires, connectez le compte TikTok lui-même.',
    });
  }
}

export class NoAdsAccount extends InvalidInput {
  constructor() {
    const message = {
      en: 'This connection reaches no ads account. Enter a Marketing access token and the advertiser id; without them suggest_hashtags takes the place of trends.',
      fr: 'Cette connexion n’atteint aucun compte publicitaire. Saisissez un token Marketing et l’identifiant d’annonceur ; sans eux, suggest_hashtags remplace les tendances.',
    };
    super('INTEGRATIONS.TIKTOK_NO_ADS_ACCOUNT', message, [
      { path: 'marketingAccessToken', message },
      { path: 'advertiserId', message },
    ]);
  }
}
