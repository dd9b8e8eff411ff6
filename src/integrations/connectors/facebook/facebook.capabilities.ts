import { live } from '../../core/capability.js';
import { cancelScheduledPost } from './actions/cancel-scheduled-post.action.js';
import { createCampaign } from './actions/create-campaign.action.js';
import { deleteComment } from './actions/delete-comment.action.js';
import { getAdsInsights } from './actions/get-ads-insights.action.js';
import { getPageAnalytics } from './actions/get-page-analytics.action.js';
import { getPage } from './actions/get-page.action.js';
import { getPostAnalytics } from './actions/get-post-analytics.action.js';
import { listCampaigns } from './actions/list-campaigns.action.js';
import { listComments } from './actions/list-comments.action.js';
import { listPosts } from './actions/list-posts.action.js';
import { listScheduledPosts } from './actions/list-scheduled-posts.action.js';
import { publishPost } from './actions/publish-post.action.js';
import { replyToComment } from './actions/reply-to-comment.action.js';
import { runAdsReport } from './actions/run-ads-report.action.js';
import { schedulePost } from './actions/schedule-post.action.js';
import { setCommentVisibility } from './actions/set-comment-visibility.action.js';
import { updateCampaignStatus } from './actions/update-campaign-status.action.js';

export const socialMedia = {
  actions: [
    getPage,
    publishPost,
    schedulePost,
    listScheduledPosts,
    cancelScheduledPost,
    listPosts,
    getPageAnalytics,
    getPostAnalytics,
    listComments,
    replyToComment,
    setCommentVisibility,
    deleteComment,
    listCampaigns,
    getAdsInsights,
    runAdsReport,
    createCampaign,
    updateCampaignStatus,
  ],
  capabilities: [
    live('pages', {
      label: { en: 'Pages', fr: 'Pages' },
      requiredApi: 'Pages API: pages_manage_posts, pages_manage_engagement, pages_read_user_content',
      actions: [getPage, publishPost, listPosts, listComments, replyToComment, setCommentVisibility, deleteComment],
      note: {
        en: 'Pages only: personal profiles and groups have no API for posts.',
        fr: 'Pages seulement : les profils personnels et les groupes n’ont pas d’API de publication.',
      },
    }),
    live('scheduled_posts', {
      label: { en: 'Scheduled posts', fr: 'Publications programmées' },
      requiredApi: 'Pages API: pages_manage_posts',
      actions: [schedulePost, listScheduledPosts, cancelScheduledPost],
      note: {
        en: 'Between 10 minutes and 30 days ahead.',
        fr: 'Entre 10 minutes et 30 jours à l’avance.',
      },
    }),
    live('ads', {
      label: { en: 'Ads', fr: 'Publicités' },
      requiredApi: 'Marketing API: ads_read, ads_management, and the id of the ad account',
      actions: [listCampaigns, getAdsInsights, runAdsReport, createCampaign, updateCampaignStatus],
      note: {
        en: 'Campaigns are created paused. Ad sets, ads and their pictures are made in Ads Manager.',
        fr: 'Les campagnes sont créées en pause. Les ensembles, les publicités et leurs visuels se font dans le Gestionnaire de publicités.',
      },
    }),
    live('analytics', {
      label: { en: 'Analytics', fr: 'Statistiques' },
      requiredApi: 'Pages API: read_insights; Marketing API: ads_read for ads',
      actions: [getPageAnalytics, getPostAnalytics, listPosts, getAdsInsights, runAdsReport],
      note: {
        en: 'Impressions of Pages are told no more since 2025 and 2026: views stand in their place.',
        fr: 'Les impressions des Pages ne sont plus données depuis 2025 et 2026 : les vues les remplacent.',
      },
    }),
  ],
};
