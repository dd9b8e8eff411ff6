import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import { fieldName, objectName, rawRecord, readRecord, recordSchema } from '../record.js';

const defaultFields: Readonly<Record<string, readonly string[]>> = {
  Account: ['Id', 'Name', 'Website', 'Phone', 'Industry'],
  Case: ['Id', 'CaseNumber', 'Subject', 'Status'],
  Contact: ['Id', 'Name', 'Email', 'Phone', 'Title', 'AccountId'],
  Event: ['Id', 'Subject', 'StartDateTime', 'WhoId', 'WhatId'],
  Lead: ['Id', 'Name', 'Company', 'Email', 'Phone', 'Status'],
  Opportunity: ['Id', 'Name', 'StageName', 'Amount', 'CloseDate', 'AccountId'],
  Task: ['Id', 'Subject', 'Status', 'ActivityDate', 'WhoId', 'WhatId'],
};

export const searchRecords = defineAction({
  key: 'search_records',
  effect: 'READ',
  description: {
    en: 'Searches records by text, across objects. A record that was just created is found after a minute or so. For exact conditions use query_records.',
    fr: 'Recherche des enregistrements par texte, dans plusieurs objets. Un enregistrement tout juste créé n’apparaît qu’après une minute environ. Pour des conditions exactes, utilisez query_records.',
  },
  input: z.object({
    query: z.string().min(2).max(200).describe('Words; * and ? are wildcards inside or at the end of a word'),
    objects: z
      .array(z.object({ name: objectName, fields: z.array(fieldName).min(1).max(50).optional() }))
      .min(1)
      .max(10)
      .default([{ name: 'Lead' }, { name: 'Contact' }, { name: 'Account' }, { name: 'Opportunity' }]),
    in: z.enum(['ALL', 'NAME', 'EMAIL', 'PHONE']).default('ALL').describe('Which kind of fields is searched'),
    limit: z.int().min(1).max(200).default(50).describe('For all objects together'),
  }),
  output: z.object({ items: z.array(recordSchema) }),
  async run(client, { query, objects, in: searched, limit }) {
    const json = {
      q: escaped(query),
      in: searched,
      sobjects: objects.map(({ name, fields }) => ({ name, fields: fields ?? defaultFields[name] ?? ['Id', 'Name'] })),
      overallLimit: limit,
    };
    const reply = z.object({ searchRecords: z.array(rawRecord).nullish() });
    const { searchRecords: found } = await client.post('/parameterizedSearch', { json, reply, readOnly: true });
    return { items: (found ?? []).map(readRecord) };
  },
});

/** https://developer.salesforce.com/docs/atlas.en-us.soql_sosl.meta/soql_sosl/sforce_api_calls_sosl_find.htm: reserved characters. */
function escaped(query: string): string {
  return query.replace(/[&|!{}[\]()^~:\\"'+-]/g, '\\$&');
}
