import { live, type Capability } from '../../core/capability.js';
import { countPosts } from './actions/count-posts.action.js';
import { createPost } from './actions/create-post.action.js';
import { deletePost } from './actions/delete-post.action.js';
import { getAudienceOverview } from './actions/get-audience-overview.action.js';
import { getPersonalTrends } from './actions/get-personal-trends.action.js';
import { getPostAnalytics } from './actions/get-post-analytics.action.js';
import { getTrends } from './actions/get-trends.action.js';
import { listFollowers } from './actions/list-followers.action.js';
import { postThread } from './actions/post-thread.action.js';
import { searchPosts } from './actions/search-posts.action.js';
import { uploadImage } from './actions/upload-image.action.js';
import { uploadVideo } from './actions/upload-video.action.js';

export const xActions = [
  createPost,
  postThread,
  deletePost,
  uploadImage,
  uploadVideo,
  searchPosts,
  countPosts,
  getTrends,
  getPersonalTrends,
  getPostAnalytics,
  getAudienceOverview,
  listFollowers,
];

export const xCapabilities: readonly Capability[] = [
  live('posts', {
    label: { en: 'Posts', fr: 'Posts' },
    requiredApi: 'X API v2, pay-per-use: POST /2/tweets',
    actions: [createPost, uploadImage, uploadVideo, deletePost],
    note: {
      en: 'X bills each post: about $0.015, $0.20 with a link. It cannot schedule. Likes, follows, quotes and replies to others are closed to self-serve apps.',
      fr: 'X facture chaque post : environ 0,015 $, 0,20 $ avec un lien. Pas de programmation. Mentions J’aime, abonnements, citations et réponses à d’autres sont fermés aux applications en libre-service.',
    },
  }),
  live('threads', {
    label: { en: 'Threads', fr: 'Fils' },
    requiredApi: 'X API v2, pay-per-use: POST /2/tweets with reply',
    actions: [postThread],
    note: {
      en: 'Since February 2026 X restricts replies by API and may refuse a thread after its first post; what is out is then reported. One long post (X Premium) or numbered posts do instead.',
      fr: 'Depuis février 2026, X restreint les réponses par API et peut refuser un fil après son premier post ; ce qui est publié est alors indiqué. Un long post (X Premium) ou des posts numérotés conviennent à la place.',
    },
  }),
  live('audience_analytics', {
    label: { en: 'Audience analytics', fr: 'Analyse d’audience' },
    requiredApi: 'X API v2, pay-per-use: users, timelines, /2/tweets/analytics',
    actions: [getAudienceOverview, getPostAnalytics, listFollowers],
    note: {
      en: 'Followers, reach and engagement. X has no figures on age, country or gender.',
      fr: 'Abonnés, portée et engagement. X n’a aucun chiffre d’âge, de pays ou de genre.',
    },
  }),
  live('trend_search', {
    label: { en: 'Trend search', fr: 'Recherche de tendances' },
    requiredApi: 'X API v2, pay-per-use: trends, recent search, recent counts',
    actions: [getTrends, getPersonalTrends, searchPosts, countPosts],
    note: {
      en: 'Search and counts reach 7 days back. Trends of the account’s own need X Premium.',
      fr: 'Recherche et volumes remontent à 7 jours. Les tendances propres au compte demandent X Premium.',
    },
  }),
];
