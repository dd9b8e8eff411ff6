import { live, partnerGated } from '../../core/capability.js';
import { createComment } from './actions/create-comment.action.js';
import { deleteComment } from './actions/delete-comment.action.js';
import { getAccountPerformance } from './actions/get-account-performance.action.js';
import { getAdsReport } from './actions/get-ads-report.action.js';
import { getAudienceInsights } from './actions/get-audience-insights.action.js';
import { getHashtagDetail } from './actions/get-hashtag-detail.action.js';
import { getTrendingHashtags } from './actions/get-trending-hashtags.action.js';
import { listComments } from './actions/list-comments.action.js';
import { listVideosPerformance } from './actions/list-videos-performance.action.js';
import { setCommentVisibility } from './actions/set-comment-visibility.action.js';
import { suggestHashtags } from './actions/suggest-hashtags.action.js';
import { suggestTargetingHashtags } from './actions/suggest-targeting-hashtags.action.js';

export const socialMedia = {
  actions: [
    getAccountPerformance,
    listVideosPerformance,
    getAudienceInsights,
    getTrendingHashtags,
    getHashtagDetail,
    suggestHashtags,
    suggestTargetingHashtags,
    getAdsReport,
    listComments,
    createComment,
    setCommentVisibility,
    deleteComment,
  ],
  capabilities: [
    live('performance_analytics', {
      label: { en: 'Performance analytics', fr: 'Analyse des performances' },
      requiredApi: 'TikTok API for Business, Accounts API: user.info.stats, user.insights, video.insights',
      actions: [getAccountPerformance, listVideosPerformance, getAdsReport],
      note: {
        en: 'Business Accounts only; the last 60 days by day, one or two days late. get_ads_report needs an ads account.',
        fr: 'Comptes professionnels seulement ; les 60 derniers jours, par jour, avec un ou deux jours de retard. get_ads_report demande un compte publicitaire.',
      },
    }),
    partnerGated('trending_hashtags', {
      label: { en: 'Trending hashtags', fr: 'Hashtags en tendance' },
      requiredApi: 'TikTok API for Business, Marketing API: Creative Management > Discovery',
      actions: [getTrendingHashtags, getHashtagDetail, suggestHashtags, suggestTargetingHashtags],
      note: {
        en: 'Trends need a Marketing token, an advertiser id and an app that TikTok gave the Discovery permission. With the TikTok account alone, suggest_hashtags suggests hashtags without saying what trends.',
        fr: 'Les tendances demandent un token Marketing, un identifiant d’annonceur et une app à laquelle TikTok a donné l’autorisation Discovery. Avec le compte TikTok seul, suggest_hashtags propose des hashtags sans dire ce qui est en tendance.',
      },
      evidenceUrl: 'https://business-api.tiktok.com/portal/docs?id=1825119032526849',
    }),
    live('audience_insights', {
      label: { en: 'Audience insights', fr: 'Connaissance de l’audience' },
      requiredApi: 'TikTok API for Business, Accounts API: user.insights',
      actions: [getAudienceInsights, listVideosPerformance],
      note: {
        en: 'Business Accounts only, from 100 followers on.',
        fr: 'Comptes professionnels seulement, à partir de 100 abonnés.',
      },
    }),
  ],
};
