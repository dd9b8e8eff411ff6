import { z } from 'zod';
import { displayName, emailAddress, onlyFields, phoneNumber, plainText, timeZoneName } from '../value-rules.js';

/** Of each kind. */
export const mostIdentities = 20;

const tooMany = `Give at most ${mostIdentities}. | Indiquez-en au plus ${mostIdentities}.`;
const list = 'Give a list. | Indiquez une liste.';

/** What a client may say about a contact; absent means unchanged, null means empty. */
export const contactInput = onlyFields({
  name: displayName.nullish(),
  emails: z.array(emailAddress, list).max(mostIdentities, tooMany).nullish(),
  phoneNumbers: z.array(phoneNumber, list).max(mostIdentities, tooMany).nullish(),
  timeZone: timeZoneName.nullish(),
  memory: plainText(4_000).nullish(),
  memoryConsent: z.boolean('Give true or false. | Indiquez true ou false.').nullish(),
});
export type ContactFields = z.output<typeof contactInput>;

/** What callers may say of themselves. */
export const toldInput = onlyFields({
  name: displayName.optional(),
  email: emailAddress.optional(),
  timeZone: timeZoneName.optional(),
});
export type ToldOfThemselves = z.input<typeof toldInput>;
