import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { memberOf } from '../member.js';

export const getMyProfile = defineAction({
  key: 'get_my_profile',
  effect: 'READ',
  description: {
    en: 'Reads who is connected: name, e-mail address where the app may see it, and URN. LinkedIn opens no other profiles and no contacts.',
    fr: 'Lit qui est connecté : nom, adresse e-mail si l’application peut la voir, et URN. LinkedIn n’ouvre ni les autres profils ni les relations.',
  },
  input: z.object({}),
  output: z.object({ urn: z.string(), name: z.string().nullable(), email: z.string().nullable() }),
  run: memberOf,
});
