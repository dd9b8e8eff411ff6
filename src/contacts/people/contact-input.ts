import { z } from 'zod';
import { displayName, emailAddress, onlyFields, phoneNumber, plainText, timeZoneName } from '../value-rules.js';

const most = 20;
const tooMany = `Give at most ${most}. | Indiquez-en au plus ${most}.`;
const list = 'Give a list. | Indiquez une liste.';

/** What a client may say about a contact; absent means unchanged, null means empty. */
export const contactInput = onlyFields({
  name: displayName.nullish(),
  emails: z.array(emailAddress, list).max(most, tooMany).nullish(),
  phoneNumbers: z.array(phoneNumber, list).max(most, tooMany).nullish(),
  timeZone: timeZoneName.nullish(),
  memory: plainText(4_000).nullish(),
  memoryConsent: z.boolean('Give true or false. | Indiquez true ou false.').nullish(),
});
export type ContactFields = z.output<typeof contactInput>;
