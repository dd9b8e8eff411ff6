import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { objectName } from '../record.js';

const fieldSchema = z.object({
  name: z.string().nullish(),
  label: z.string().nullish(),
  type: z.string().nullish(),
  length: z.int().nullish(),
  createable: z.boolean().nullish(),
  updateable: z.boolean().nullish(),
  nillable: z.boolean().nullish(),
  defaultedOnCreate: z.boolean().nullish(),
  externalId: z.boolean().nullish(),
  referenceTo: z.array(z.string()).nullish(),
});
const picklist = z.object({
  picklistValues: z.array(z.object({ value: z.string().nullish(), active: z.boolean().nullish() })).nullish(),
});

const described = z.object({
  name: z.string().nullish(),
  label: z.string().nullish(),
  fields: z.array(fieldSchema.extend(picklist.shape)).nullish(),
});

export const describeObject = defineAction({
  key: 'describe_object',
  effect: 'READ',
  description: {
    en: 'Lists the fields of an object: API names, types, picklist values, which can be written and which are required (not nillable and not defaulted). Fields that the user may not see are missing. It seldom changes: ask once a day at most.',
    fr: 'Liste les champs d’un objet : noms d’API, types, valeurs des listes, ceux qu’on peut écrire et ceux qui sont requis (ni nillable ni defaultedOnCreate). Les champs que l’utilisateur ne peut pas voir sont absents. Cela change rarement : une fois par jour suffit.',
  },
  input: z.object({ object: objectName }),
  output: z.object({
    name: z.string().nullable(),
    label: z.string().nullable(),
    fields: z.array(fieldSchema.extend({ values: z.array(z.string()) })),
  }),
  async run(client, { object }) {
    const { name, label, fields } = await client.get(route`/sobjects/${object}/describe`, { reply: described });
    return {
      name: name ?? null,
      label: label ?? null,
      fields: (fields ?? []).map(({ picklistValues, ...field }) => ({ ...field, values: activeOf(picklistValues) })),
    };
  },
});

function activeOf(values: z.output<typeof picklist>['picklistValues']): string[] {
  return (values ?? []).flatMap(({ value, active }) => (active !== false && value ? [value] : []));
}
