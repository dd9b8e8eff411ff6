import { z } from 'zod';
import { route } from '../../../../kernel/http/index.js';
import { defineAction } from '../../../core/define-action.js';
import { organizationIdOf, organizationIdSchema, organizationUrl, organizationUrn } from '../organization.js';
import { restliFind } from '../restli.js';

const text = z.string().nullish();
const pageSchema = z.object({
  localizedName: text,
  vanityName: text,
  localizedDescription: text,
  localizedWebsite: text,
  organizationType: text,
  primaryOrganizationType: text,
  staffCountRange: text,
  localizedSpecialties: z.array(z.string()).nullish(),
});
const rolesReply = z.object({ elements: z.array(z.object({ role: text, roleAssignee: text, state: text })) });

export const getPage = defineAction({
  key: 'get_page',
  effect: 'READ',
  description: {
    en: 'Reads the profile of a page that the member administers, and who has a role on it. To change either, use the page’s admin view: LinkedIn opens editing to few apps.',
    fr: 'Lit le profil d’une page que le membre administre, et qui y a un rôle. Pour les modifier, utilisez la vue administrateur de la page : LinkedIn n’ouvre la modification qu’à peu d’applications.',
  },
  input: z.object({ organizationId: organizationIdSchema }),
  output: pageSchema.extend({
    id: z.string(),
    url: z.string(),
    roles: z.array(z.object({ role: text, member: text, state: text })),
  }),
  async run(client, { organizationId }) {
    const id = organizationIdOf(client, organizationId);
    const page = await client.get(route`/organizations/${id}`, { reply: pageSchema });
    const { elements } = await restliFind(client, '/organizationAcls', {
      method: 'FINDER',
      query: { q: 'organization', organization: organizationUrn(id) },
      reply: rolesReply,
    });
    const roles = elements.map(({ role, roleAssignee, state }) => ({ role, member: roleAssignee, state }));
    return { ...page, id, url: organizationUrl(page.vanityName ?? id), roles };
  },
});
