import { textField } from '../../core/credential-field.js';
import { googleAuth } from '../../families/google/google-auth.js';
import { propertyPattern } from './property.js';

export const analyticsScope = 'https://www.googleapis.com/auth/analytics.readonly';

const propertyId = textField('propertyId', {
  label: { en: 'Property ID', fr: 'ID de la propriété' },
  help: {
    en: 'Analytics > Admin > Property > Property details, top right: digits only, not the G-… of the tag',
    fr: 'Analytics > Administration > Propriété > Détails de la propriété, en haut à droite : des chiffres, pas le G-… de la balise',
  },
  pattern: propertyPattern,
  strict: true,
});

export const authModes = googleAuth(analyticsScope, propertyId);
