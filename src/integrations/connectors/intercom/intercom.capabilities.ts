import { live } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { addNote } from './actions/add-note.action.js';
import { getConversation } from './actions/get-conversation.action.js';
import { getConversationReport } from './actions/get-conversation-report.action.js';
import { getConversationStatistics } from './actions/get-conversation-statistics.action.js';
import { getTeamMetrics } from './actions/get-team-metrics.action.js';
import { getWorkflow } from './actions/get-workflow.action.js';
import { listAudiences } from './actions/list-audiences.action.js';
import { listReportDatasets } from './actions/list-report-datasets.action.js';
import { listSegments } from './actions/list-segments.action.js';
import { listTeammates } from './actions/list-teammates.action.js';
import { manageConversation } from './actions/manage-conversation.action.js';
import { replyToConversation } from './actions/reply-to-conversation.action.js';
import { searchArticles } from './actions/search-articles.action.js';
import { searchContacts } from './actions/search-contacts.action.js';
import { searchConversations } from './actions/search-conversations.action.js';
import { sendMessage } from './actions/send-message.action.js';
import { sendQuickReplies } from './actions/send-quick-replies.action.js';
import { tagContact } from './actions/tag-contact.action.js';
import { triggerAutomation } from './actions/trigger-automation.action.js';
import { untagContact } from './actions/untag-contact.action.js';

/** What the support specialist does with Intercom. */
export const cassieShare: AgentShare = {
  actions: [
    searchConversations,
    getConversation,
    replyToConversation,
    addNote,
    manageConversation,
    sendMessage,
    searchArticles,
    listTeammates,
    triggerAutomation,
    sendQuickReplies,
    getWorkflow,
    searchContacts,
    listSegments,
    listAudiences,
    tagContact,
    untagContact,
    getConversationStatistics,
    listReportDatasets,
    getConversationReport,
    getTeamMetrics,
  ],
  capabilities: [
    live('messaging', {
      label: { en: 'Messaging', fr: 'Messagerie' },
      requiredApi: 'Intercom REST API: conversations, messages, articles',
      actions: [
        searchConversations,
        getConversation,
        replyToConversation,
        addNote,
        manageConversation,
        sendMessage,
        searchArticles,
        listTeammates,
      ],
      note: {
        en: 'New messages are found when the agent looks; Intercom tells of them by itself only through webhooks set by hand in its Developer Hub.',
        fr: 'Les nouveaux messages se trouvent quand l’agent regarde ; Intercom ne les signale de lui-même que par des webhooks réglés à la main dans son Developer Hub.',
      },
    }),
    live('bots_and_automation', {
      label: { en: 'Bots and automation', fr: 'Robots et automatisations' },
      requiredApi: 'Intercom REST API: events, tags, workflow export',
      actions: [triggerAutomation, sendQuickReplies, tagContact, getWorkflow],
      note: {
        en: 'Existing workflows and bots are started and read. No API makes, lists or changes them: that is done in Intercom.',
        fr: 'Les workflows et robots existants sont lancés et lus. Aucune API n’en crée, n’en liste ni n’en modifie : cela se fait dans Intercom.',
      },
    }),
    live('segmentation', {
      label: { en: 'Segmentation', fr: 'Segmentation' },
      requiredApi: 'Intercom REST API: contacts, segments, audiences, tags',
      actions: [searchContacts, listSegments, listAudiences, tagContact, untagContact],
      note: {
        en: 'Contacts are grouped by searches and tags. Saved segments are read; they are made in Intercom.',
        fr: 'Les contacts se regroupent par recherches et étiquettes. Les segments enregistrés se lisent ; ils se créent dans Intercom.',
      },
    }),
    live('conversation_analytics', {
      label: { en: 'Conversation analytics', fr: 'Analyse des conversations' },
      requiredApi: 'Intercom REST API: conversations, reporting data export; team metrics (real-time monitoring)',
      actions: [getConversationStatistics, listReportDatasets, getConversationReport, getTeamMetrics],
    }),
  ],
};
