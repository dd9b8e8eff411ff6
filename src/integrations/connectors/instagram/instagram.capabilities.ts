import { live } from '../../core/capability.js';
import { deleteComment } from './actions/delete-comment.action.js';
import { getAccountInsights } from './actions/get-account-insights.action.js';
import { getMediaInsights } from './actions/get-media-insights.action.js';
import { getPublishingLimit } from './actions/get-publishing-limit.action.js';
import { listComments } from './actions/list-comments.action.js';
import { listMedia } from './actions/list-media.action.js';
import { listStories } from './actions/list-stories.action.js';
import { publishContainer } from './actions/publish-container.action.js';
import { publishPhoto } from './actions/publish-photo.action.js';
import { publishStory } from './actions/publish-story.action.js';
import { publishVideo } from './actions/publish-video.action.js';
import { replyToComment } from './actions/reply-to-comment.action.js';
import { setCommentVisibility } from './actions/set-comment-visibility.action.js';
import { setCommenting } from './actions/set-commenting.action.js';

export const socialMedia = {
  actions: [
    publishPhoto,
    publishVideo,
    publishStory,
    publishContainer,
    getPublishingLimit,
    listMedia,
    listStories,
    getAccountInsights,
    getMediaInsights,
    listComments,
    replyToComment,
    setCommentVisibility,
    deleteComment,
    setCommenting,
  ],
  capabilities: [
    live('photos_and_videos', {
      label: { en: 'Photos and videos', fr: 'Photos et vidéos' },
      requiredApi: 'Instagram API: instagram_business_content_publish (or instagram_content_publish)',
      actions: [publishPhoto, publishVideo, publishContainer, listMedia, getPublishingLimit],
      note: {
        en: 'Professional accounts only. Pictures and videos have to be on public addresses. Every video becomes a reel.',
        fr: 'Comptes professionnels seulement. Images et vidéos doivent être à des adresses publiques. Toute vidéo devient un reel.',
      },
    }),
    live('stories_and_reels', {
      label: { en: 'Stories and reels', fr: 'Stories et reels' },
      requiredApi: 'Instagram API: instagram_business_content_publish (or instagram_content_publish)',
      actions: [publishStory, publishVideo, publishContainer, listStories],
      note: {
        en: 'Stories without captions, links or stickers: the API does not take them.',
        fr: 'Stories sans légende, lien ni sticker : l’API ne les accepte pas.',
      },
    }),
    live('engagement_analytics', {
      label: { en: 'Engagement analytics', fr: 'Analyse de l’engagement' },
      requiredApi: 'Instagram API: instagram_business_manage_insights (or instagram_manage_insights)',
      actions: [getAccountInsights, getMediaInsights, listMedia],
      note: {
        en: 'Numbers lag up to 48 hours and are kept two years.',
        fr: 'Les chiffres ont jusqu’à 48 heures de retard et sont gardés deux ans.',
      },
    }),
    live('comments', {
      label: { en: 'Comments', fr: 'Commentaires' },
      requiredApi: 'Instagram API: instagram_business_manage_comments (or instagram_manage_comments)',
      actions: [listComments, replyToComment, setCommentVisibility, deleteComment, setCommenting],
    }),
  ],
};
