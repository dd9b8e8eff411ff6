import { z } from 'zod';
import { defineAction } from '../../../core/define-action.js';
import type { VendorClient } from '../../../core/vendor-client.js';
import { companyReply, companySchema, toCompanies } from '../company.js';
import { restliFind } from '../restli.js';

const foundReply = z.object({ elements: z.array(companyReply).nullish() });
const lookedUpReply = z.object({ results: z.record(z.string(), companyReply).nullish() });

const input = z
  .object({
    vanityName: z
      .string()
      .regex(/^[\p{L}\p{N}&'._-]{1,100}$/u)
      .optional()
      .describe('The name in linkedin.com/company/<name>'),
    emailDomain: z
      .string()
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/i)
      .optional()
      .describe('acme.com'),
    ids: z
      .array(z.string().regex(/^\d{1,12}$/))
      .min(1)
      .max(50)
      .optional(),
  })
  .refine((given) => Object.values(given).filter((value) => value !== undefined).length === 1, {
    path: ['vanityName'],
    message: 'Give one of vanityName, emailDomain and ids. | Donnez soit vanityName, soit emailDomain, soit ids.',
  });

export const lookupCompany = defineAction({
  key: 'lookup_company',
  effect: 'READ',
  description: {
    en: 'Looks up companies by the name in their LinkedIn address, by their e-mail domain or by number: name, website, kind, places. LinkedIn searches nothing else and gives no employees and no followers of others’ pages. Needs the Community Management API.',
    fr: 'Trouve des entreprises par le nom de leur adresse LinkedIn, par leur domaine e-mail ou par numéro : nom, site, type, lieux. LinkedIn ne cherche rien d’autre et ne donne ni employés ni abonnés des pages d’autrui. Demande la Community Management API.',
  },
  input,
  output: z.object({ items: z.array(companySchema) }),
  async run(client, { ids, ...names }) {
    const found = ids ? await byIds(client, ids) : await byName(client, names);
    return { items: found.flatMap(toCompanies) };
  },
});

async function byName(client: VendorClient, { vanityName, emailDomain }: Omit<z.output<typeof input>, 'ids'>) {
  const q = vanityName === undefined ? 'emailDomain' : 'vanityName';
  const query = { q, vanityName, emailDomain };
  const { elements } = await restliFind(client, '/organizations', { method: 'FINDER', query, reply: foundReply });
  return elements ?? [];
}

async function byIds(client: VendorClient, ids: readonly string[]) {
  const query = { ids };
  const { results } = await restliFind(client, '/organizationsLookup', {
    method: 'BATCH_GET',
    query,
    reply: lookedUpReply,
  });
  return Object.values(results ?? {});
}
