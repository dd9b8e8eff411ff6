import { InvalidInput } from '../../../kernel/errors/index.js';

export class PageNotChosen extends InvalidInput {
  constructor() {
    const message = {
      en: 'This connection does not say which Page is meant. Enter the id of the Page: About > Page transparency.',
      fr: 'Cette connexion ne dit pas quelle Page est visée. Saisissez l’identifiant de la Page : À propos > Transparence de la Page.',
    };
    super('INTEGRATIONS.FACEBOOK_PAGE_NOT_CHOSEN', message, [{ path: 'pageId', message }]);
  }
}

export class AdAccountNotEntered extends InvalidInput {
  constructor() {
    const message = {
      en: 'This connection has no ad account. Enter its id, as Ads Manager shows it.',
      fr: 'Cette connexion n’a pas de compte publicitaire. Saisissez son identifiant, tel que le Gestionnaire de publicités l’affiche.',
    };
    super('INTEGRATIONS.FACEBOOK_AD_ACCOUNT_NOT_ENTERED', message, [{ path: 'adAccountId', message }]);
  }
}

export class PostAlreadyPublished extends InvalidInput {
  constructor() {
    const message = {
      en: 'This post is published already, so it cannot be cancelled any more.',
      fr: 'Cette publication est déjà en ligne : elle ne peut plus être annulée.',
    };
    super('INTEGRATIONS.FACEBOOK_POST_ALREADY_PUBLISHED', message, [{ path: 'postId', message }]);
  }
}

export class ScheduleOutOfRange extends InvalidInput {
  constructor() {
    const message = {
      en: 'Facebook takes a time between 10 minutes and 30 days from now.',
      fr: 'Facebook accepte une heure comprise entre 10 minutes et 30 jours à partir de maintenant.',
    };
    super('INTEGRATIONS.FACEBOOK_SCHEDULE_OUT_OF_RANGE', message, [{ path: 'publishAt', message }]);
  }
}
