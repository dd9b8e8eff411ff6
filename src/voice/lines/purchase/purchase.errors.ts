import { AppError, InvalidInput, NotFound } from '../../../kernel/errors/index.js';
import type { MonthlyPrice } from '../../providers/twilio/api/twilio-prices.js';

const mobile = {
  en: 'French mobile numbers are for calls from person to person: Twilio’s terms do not allow an assistant to answer them. Choose a geographic number (+331 to +335) or a national one (+339).',
  fr: 'Les numéros mobiles français sont réservés aux appels de personne à personne : les conditions de Twilio ne permettent pas qu’un assistant y réponde. Choisissez un numéro géographique (+331 à +335) ou national (+339).',
};

export class FrenchMobileRefused extends InvalidInput {
  constructor() {
    super('VOICE.FRENCH_MOBILE_REFUSED', mobile, [{ path: 'number', message: mobile }]);
  }
}

export class NumberNotOffered extends NotFound {
  constructor(number: string) {
    super(
      'VOICE.NUMBER_NOT_OFFERED',
      {
        en: 'Twilio does not sell this number, or not any more. Choose one with phoneNumberOffers.',
        fr: 'Twilio ne vend pas ce numéro, ou ne le vend plus. Choisissez-en un avec phoneNumberOffers.',
      },
      number,
    );
  }
}

export class NumberAlreadyInAccount extends AppError {
  constructor() {
    super('conflict', 'VOICE.NUMBER_ALREADY_IN_ACCOUNT', {
      en: 'The connected Twilio account has this number already, so nothing was bought. Take it with importPhoneNumber.',
      fr: 'Le compte Twilio connecté a déjà ce numéro : rien n’a été acheté. Reprenez-le avec importPhoneNumber.',
    });
  }
}

export class BundleNeeded extends AppError {
  constructor() {
    super('conflict', 'VOICE.BUNDLE_NEEDED', {
      en: 'The country of this number asks who uses it. Buy it in Twilio’s console, with a regulatory bundle or an address, then take it with importPhoneNumber.',
      fr: 'Le pays de ce numéro demande qui l’utilise. Achetez-le dans la console de Twilio, avec un dossier réglementaire (bundle) ou une adresse, puis reprenez-le avec importPhoneNumber.',
    });
  }
}

export class PriceUnknown extends AppError {
  constructor() {
    super('conflict', 'VOICE.PRICE_UNKNOWN', {
      en: 'Twilio does not say what this number costs each month, so it was not bought. Choose another one, or buy it in Twilio’s console and take it with importPhoneNumber.',
      fr: 'Twilio n’indique pas le prix mensuel de ce numéro : il n’a pas été acheté. Choisissez-en un autre, ou achetez-le dans la console de Twilio puis reprenez-le avec importPhoneNumber.',
    });
  }
}

/** What it costs is confirmed by allowing that much. */
export class PriceNotConfirmed extends AppError {
  constructor({ amount, currency }: MonthlyPrice) {
    super('conflict', 'VOICE.PRICE_NOT_CONFIRMED', {
      en: `This number costs ${amount} ${currency} each month, beside what calls cost. To buy it, repeat with maxMonthly "${amount}" or more.`,
      fr: `Ce numéro coûte ${amount} ${currency} par mois, hors prix des appels. Pour l’acheter, répétez avec maxMonthly « ${amount} » ou plus.`,
    });
  }
}

/** The answer was lost: perhaps it was bought. */
export class PurchaseUncertain extends AppError {
  constructor(cause: unknown) {
    super(
      'upstream_unavailable',
      'VOICE.PURCHASE_UNCERTAIN',
      {
        en: 'Twilio did not say whether it sold this number. Repeat the same in a few minutes: it looks first, and never buys twice.',
        fr: 'Twilio n’a pas dit s’il a vendu ce numéro. Répétez la même demande dans quelques minutes : elle vérifie d’abord, et n’achète jamais deux fois.',
      },
      { cause, retryable: false },
    );
  }
}
