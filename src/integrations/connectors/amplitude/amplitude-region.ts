import { InvalidInput } from '../../../kernel/errors/index.js';
import type { VendorSettings } from '../../core/vendor-client.js';

export const dashboards = { us: 'https://amplitude.com', eu: 'https://analytics.eu.amplitude.com' };
export const experimentHosts = { us: 'https://experiment.amplitude.com', eu: 'https://experiment.eu.amplitude.com' };

export function regionOf(settings: VendorSettings): 'us' | 'eu' {
  return settings.text('region') === 'eu' ? 'eu' : 'us';
}

export function otherRegion(region: 'us' | 'eu'): 'us' | 'eu' {
  return region === 'eu' ? 'us' : 'eu';
}

/** The keys are right, and belong to a project of the other region. */
export class WrongRegion extends InvalidInput {
  constructor(right: 'us' | 'eu') {
    super('INTEGRATIONS.AMPLITUDE_WRONG_REGION', {
      en: `These keys belong to the data region "${right}". Choose it in the connection and test again.`,
      fr: `Ces clés appartiennent à la région de données « ${right} ». Choisissez-la dans la connexion puis testez à nouveau.`,
    });
  }
}

/** https://amplitude.com/docs/apis/analytics/user-profile: the User Profile API exists in the US region alone. */
export class NotInEurope extends InvalidInput {
  constructor() {
    super('INTEGRATIONS.AMPLITUDE_NOT_IN_EUROPE', {
      en: 'Amplitude serves predictions of single users in its US region only. Use list_cohorts with predictiveOnly instead.',
      fr: 'Amplitude ne fournit les prédictions par utilisateur que dans sa région US. Utilisez plutôt list_cohorts avec predictiveOnly.',
    });
  }
}

/** A setting that only some actions need was left empty. */
export class SettingMissing extends InvalidInput {
  constructor(setting: { en: string; fr: string }) {
    super('INTEGRATIONS.AMPLITUDE_SETTING_MISSING', {
      en: `This needs the ${setting.en}. Add it to the Amplitude connection and try again.`,
      fr: `Il faut pour cela ${setting.fr}. Complétez la connexion Amplitude puis réessayez.`,
    });
  }
}
