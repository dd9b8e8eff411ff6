import { z } from 'zod';
import { facebookLogin } from '../../families/meta/facebook-login.js';
import { onlyOne } from '../../families/meta/reached-accounts.js';

export const facebookScopes = [
  'pages_show_list',
  'pages_manage_posts',
  'pages_manage_engagement',
  'pages_read_engagement',
  'pages_read_user_content',
  'read_insights',
  'business_management',
  'ads_read',
  'ads_management',
];

const page = z.object({ id: z.string() }).transform(({ id }) => id);

export const pageLogin = facebookLogin({
  scopes: facebookScopes,
  reading: { fields: 'id,name', page },
  factsOf(pages): Record<string, string> {
    const pageId = onlyOne(pages);
    return pageId === undefined ? {} : { pageId };
  },
});
