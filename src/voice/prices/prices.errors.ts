import { AppError, InvalidInput, type LocalizedText } from '../../kernel/errors/index.js';
import { itemNames } from './priced-items.js';

function fault(field: string, reason: string, message: LocalizedText): InvalidInput {
  return new InvalidInput(`VOICE.${reason}`, message, [{ path: field, message }]);
}

export const priceItemUnknown = (): InvalidInput =>
  fault('item', 'PRICE_ITEM_UNKNOWN', {
    en: `Nothing is charged by this item. Name one of these, with or without an ending such as .fr: ${itemNames.join(', ')}.`,
    fr: `Rien n’est facturé sous ce nom. Indiquez l’un de ceux-ci, avec ou sans suffixe tel que .fr : ${itemNames.join(', ')}.`,
  });

export const priceUnitUnknown = (units: readonly string[]): InvalidInput =>
  fault('unit', 'PRICE_UNIT_UNKNOWN', {
    en: `This item is not priced by that unit. Give one of these: ${units.join(', ')}.`,
    fr: `Cet élément ne se facture pas dans cette unité. Indiquez l’une de celles-ci : ${units.join(', ')}.`,
  });

export const priceOutOfRange = (most: string): InvalidInput =>
  fault('price', 'PRICE_OUT_OF_RANGE', {
    en: `Give a price from 0 to ${most}, with at most 10 decimals.`,
    fr: `Indiquez un prix de 0 à ${most}, avec 10 décimales au plus.`,
  });

export const priceCurrencyUnknown = (known: readonly string[]): InvalidInput =>
  fault('currency', 'PRICE_CURRENCY_UNKNOWN', {
    en: `This server has no exchange rate for that currency. Use one of these, or ask its operator to add the rate: ${known.join(', ')}.`,
    fr: `Ce serveur n’a pas de taux de change pour cette devise. Utilisez l’une de celles-ci, ou demandez à son opérateur d’ajouter le taux : ${known.join(', ')}.`,
  });

export const priceDateOutOfRange = (): InvalidInput =>
  fault('validFrom', 'PRICE_DATE_OUT_OF_RANGE', {
    en: 'Give a moment from 5 years ago to 5 years ahead. Calls that are billed already keep their costs.',
    fr: 'Indiquez un moment situé entre il y a 5 ans et dans 5 ans. Les appels déjà facturés gardent leur coût.',
  });

/** The deployment's prices count for every workspace. */
export class DeploymentPricesAreTheOperators extends AppError {
  constructor() {
    super('forbidden', 'VOICE.DEPLOYMENT_PRICES', {
      en: 'Prices of the deployment are set by its ADMIN. Set the price in a workspace of your own.',
      fr: 'Les prix du déploiement sont fixés par son ADMIN. Fixez le prix dans un espace de travail à vous.',
    });
  }
}
