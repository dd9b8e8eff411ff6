import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { cursorField, runQuery } from '../query.js';
import { containing, where } from '../soql.js';

const reportEntry = z.object({
  Id: z.string().nullish(),
  Name: z.string().nullish(),
  FolderName: z.string().nullish(),
  Description: z.string().nullish(),
  Format: z.string().nullish(),
  LastRunDate: z.string().nullish(),
});

export const findReports = defineAction({
  key: 'find_reports',
  effect: 'READ',
  description: {
    en: 'Finds reports by a part of their name, in all folders that the user may see. Run one with run_report.',
    fr: 'Trouve des rapports par une partie de leur nom, dans tous les dossiers visibles par l’utilisateur. Exécutez-en un avec run_report.',
  },
  input: z.object({
    nameContains: z.string().min(2).max(80).optional().describe('Default all reports'),
    limit: z.int().min(1).max(2_000).default(200),
    cursor: cursorField,
  }),
  output: z.object({ totalSize: z.int(), items: z.array(reportEntry), nextCursor: z.string().nullable() }),
  run(client, { nameContains, limit, cursor }) {
    const conditions = where([nameContains && `Name LIKE ${containing(nameContains)}`]);
    const fields = 'Id, Name, FolderName, Description, Format, LastRunDate';
    const soql = `SELECT ${fields} FROM Report${conditions} ORDER BY Name LIMIT ${limit}`;
    return runQuery(client, { soql, cursor }, reportEntry);
  },
});
