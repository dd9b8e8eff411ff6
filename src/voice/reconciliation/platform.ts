/** Who keeps calls beside us. */
export type Platform = 'TWILIO' | 'VAPI';
