import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, runQuery } from '../query.js';
import { rawRecord, readRecord, recordSchema } from '../record.js';
import { faultOfSoql, limited } from '../soql.js';

const maxRows = 2_000;

export const queryRecords = defineAction({
  key: 'query_records',
  effect: 'READ',
  description: {
    en: "Runs a SOQL query that begins with SELECT, over CRM objects and your own. 200 rows a page, 2,000 in all; a LIMIT is added where there is none. Fields that the user may not see are refused as unknown. Put texts in single quotes, with \\' for a quote inside.",
    fr: "Exécute une requête SOQL commençant par SELECT, sur les objets du CRM et les vôtres. 200 lignes par page, 2 000 en tout ; un LIMIT est ajouté s’il manque. Les champs que l’utilisateur ne peut pas voir sont refusés comme inconnus. Mettez les textes entre apostrophes droites, avec \\' pour une apostrophe à l’intérieur.",
  },
  input: z.object({
    soql: z
      .string()
      .min(10)
      .max(8_000)
      .superRefine((soql, context) => {
        const fault = faultOfSoql(soql, maxRows);
        if (fault !== null) context.addIssue({ code: 'custom', message: fault });
      }),
    cursor: cursorField,
  }),
  output: z.object({ totalSize: z.int(), items: z.array(recordSchema), nextCursor: z.string().nullable() }),
  async run(client, { soql, cursor }) {
    const page = await runQuery(client, { soql: limited(soql, maxRows), cursor }, rawRecord);
    return { ...page, items: page.items.map(readRecord) };
  },
});
