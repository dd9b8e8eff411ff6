import { live, partnerGated, type Capability } from '../../core/capability.js';
import { buildSearchLink } from './actions/build-search-link.action.js';
import { createPost } from './actions/create-post.action.js';
import { deletePost } from './actions/delete-post.action.js';
import { getEngagementStats } from './actions/get-engagement-stats.action.js';
import { getMyProfile } from './actions/get-my-profile.action.js';
import { getPageAudience } from './actions/get-page-audience.action.js';
import { getPage } from './actions/get-page.action.js';
import { listComments } from './actions/list-comments.action.js';
import { listLeadFormResponses } from './actions/list-lead-form-responses.action.js';
import { listLeadForms } from './actions/list-lead-forms.action.js';
import { listMyCompanies } from './actions/list-my-companies.action.js';
import { listPosts } from './actions/list-posts.action.js';
import { lookupCompany } from './actions/lookup-company.action.js';
import { prepareMessage } from './actions/prepare-message.action.js';
import { replyToComment } from './actions/reply-to-comment.action.js';
import { shareArticle } from './actions/share-article.action.js';
import { uploadAsset } from './actions/upload-asset.action.js';

const reviewPage = 'https://learn.microsoft.com/en-us/linkedin/marketing/community-management-app-review';

/** For social media. */
export const socialActions = [
  createPost,
  shareArticle,
  uploadAsset,
  deletePost,
  listPosts,
  getEngagementStats,
  listComments,
  replyToComment,
  getPage,
  getPageAudience,
  listMyCompanies,
];

export const socialCapabilities: readonly Capability[] = [
  live('posts', {
    label: { en: 'Posts', fr: 'Posts' },
    requiredApi: 'Share on LinkedIn (w_member_social); for pages the Community Management API (w_organization_social)',
    actions: [createPost, uploadAsset, deletePost],
    note: {
      en: 'As the member with any app; as a page once LinkedIn has approved the app. No scheduling.',
      fr: 'Au nom du membre avec toute application ; au nom d’une page une fois l’application agréée par LinkedIn. Pas de programmation.',
    },
  }),
  live('articles', {
    label: { en: 'Articles', fr: 'Articles' },
    requiredApi: 'Posts API, content “article”: Share on LinkedIn or the Community Management API',
    actions: [shareArticle, createPost],
    note: {
      en: 'Article posts: an article on the web is shared with title, description and picture, or a PDF is posted. LinkedIn’s API cannot write long articles or newsletters on LinkedIn itself.',
      fr: 'Posts d’article : un article du web est partagé avec titre, description et image, ou un PDF est publié. L’API de LinkedIn ne peut écrire ni longs articles ni newsletters sur LinkedIn même.',
    },
  }),
  partnerGated('engagement_analytics', {
    label: { en: 'Engagement analytics', fr: 'Analyse de l’engagement' },
    requiredApi: 'Community Management API: rw_organization_admin, r_organization_social_feed',
    actions: [getEngagementStats, listComments, replyToComment],
    note: {
      en: 'For pages, once LinkedIn has approved the app for the Community Management API. There are no figures on a member’s own posts.',
      fr: 'Pour les pages, une fois l’application agréée par LinkedIn pour la Community Management API. Il n’y a pas de chiffres sur les posts d’un membre.',
    },
    evidenceUrl: reviewPage,
  }),
  partnerGated('company_page', {
    label: { en: 'Company page', fr: 'Page entreprise' },
    requiredApi: 'Community Management API: rw_organization_admin, r_organization_social, w_organization_social',
    actions: [getPage, listPosts, getPageAudience, listMyCompanies, createPost],
    note: {
      en: 'Posts, audience, profile and roles of a page, once LinkedIn has approved the app for the Community Management API. The profile is changed in the page’s admin view.',
      fr: 'Posts, audience, profil et rôles d’une page, une fois l’application agréée par LinkedIn pour la Community Management API. Le profil se modifie dans la vue administrateur de la page.',
    },
    evidenceUrl: reviewPage,
  }),
];

/** For sales. */
export const salesActions = [
  getMyProfile,
  buildSearchLink,
  prepareMessage,
  lookupCompany,
  listMyCompanies,
  getPageAudience,
  listLeadForms,
  listLeadFormResponses,
  createPost,
];

export const salesCapabilities: readonly Capability[] = [
  partnerGated('prospecting', {
    label: { en: 'Prospecting', fr: 'Prospection' },
    requiredApi: 'Lead Sync API: r_marketing_leadgen_automation',
    actions: [listLeadFormResponses, listLeadForms, buildSearchLink, createPost],
    note: {
      en: 'Answers to lead forms, once LinkedIn has approved the app for Lead Sync. No API searches members: instead a search link that the member opens.',
      fr: 'Réponses aux formulaires de prospects, une fois l’application agréée par LinkedIn pour Lead Sync. Aucune API ne cherche des membres : à la place, un lien de recherche que le membre ouvre.',
    },
    evidenceUrl: 'https://learn.microsoft.com/en-us/linkedin/marketing/lead-sync/leadsync',
  }),
  partnerGated('direct_messages', {
    label: { en: 'Direct messages', fr: 'Messages directs' },
    requiredApi: 'Messages API, for partners under an agreement with LinkedIn',
    actions: [prepareMessage],
    note: {
      en: 'LinkedIn opens messages to approved partners only and forbids automatic sending. Instead the message is prepared, and the member sends it.',
      fr: 'LinkedIn n’ouvre les messages qu’à des partenaires agréés et interdit l’envoi automatique. À la place, le message est préparé et le membre l’envoie.',
    },
    evidenceUrl: 'https://learn.microsoft.com/en-us/linkedin/shared/integrations/communications/messages',
  }),
  partnerGated('company_insights', {
    label: { en: 'Company insights', fr: 'Informations sur les entreprises' },
    requiredApi: 'Community Management API: rw_organization_admin',
    actions: [lookupCompany, getPageAudience, listMyCompanies, getMyProfile],
    note: {
      en: 'Public facts of any company by its name in the address, e-mail domain or number; audience only of pages that the member administers. Once LinkedIn has approved the app.',
      fr: 'Données publiques de toute entreprise par son nom d’adresse, son domaine e-mail ou son numéro ; audience seulement des pages que le membre administre. Une fois l’application agréée par LinkedIn.',
    },
    evidenceUrl:
      'https://learn.microsoft.com/en-us/linkedin/marketing/community-management/organizations/organization-lookup-api',
  }),
  partnerGated('sales_navigator', {
    label: { en: 'Sales Navigator', fr: 'Sales Navigator' },
    requiredApi: 'Sales Navigator Application Platform (SNAP)',
    actions: [buildSearchLink],
    note: {
      en: 'LinkedIn takes no new partners for the Sales Navigator API at present. Instead a link to a Sales Navigator search, for the member’s own licence.',
      fr: 'LinkedIn n’accepte actuellement aucun nouveau partenaire pour l’API Sales Navigator. À la place, un lien vers une recherche Sales Navigator, pour la licence du membre.',
    },
    evidenceUrl: 'https://learn.microsoft.com/en-us/linkedin/sales/',
  }),
];
