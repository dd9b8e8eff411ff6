import { notOffered, partnerGated } from '../../core/capability.js';
import type { AgentShare } from '../../core/connector.js';
import { checkPlagiarism } from './actions/check-plagiarism.action.js';
import { detectAiText } from './actions/detect-ai-text.action.js';
import { getCheckResult } from './actions/get-check-result.action.js';
import { listUserAnalytics } from './actions/list-user-analytics.action.js';
import { scoreText } from './actions/score-text.action.js';

const scoreGuide = 'https://developer.grammarly.com/writing-score-api.html';

/** What the copywriter does with Grammarly. */
export const pennShare: AgentShare = {
  actions: [scoreText, checkPlagiarism, detectAiText, getCheckResult, listUserAnalytics],
  capabilities: [
    notOffered('grammar', {
      label: { en: 'Grammar', fr: 'Grammaire' },
      requiredApi: 'None: Grammarly ended the API that returned corrections in January 2024',
      note: {
        en: 'Grammarly’s API returns no errors and no corrections, only a correctness score (score_text). The agent itself can correct the text and have it scored again.',
        fr: 'L’API de Grammarly ne renvoie ni fautes ni corrections, seulement une note de correction (score_text). L’agent peut corriger lui-même le texte puis le faire noter à nouveau.',
      },
      evidenceUrl: scoreGuide,
      actions: [scoreText, getCheckResult],
    }),
    notOffered('style', {
      label: { en: 'Style', fr: 'Style' },
      requiredApi: 'None: Grammarly’s API gives scores, no suggestions',
      note: {
        en: 'Grammarly’s API suggests nothing; it scores engagement and delivery (score_text). The agent itself can rewrite the text and have it scored again.',
        fr: 'L’API de Grammarly ne suggère rien ; elle note l’attrait et le ton (score_text). L’agent peut réécrire lui-même le texte puis le faire noter à nouveau.',
      },
      evidenceUrl: scoreGuide,
      actions: [scoreText, getCheckResult],
    }),
    partnerGated('plagiarism', {
      label: { en: 'Plagiarism', fr: 'Plagiat' },
      requiredApi: 'Plagiarism Detection API (beta); Grammarly Enterprise or institution-wide Education licence',
      actions: [checkPlagiarism, getCheckResult],
      note: {
        en: 'An originality score, without the sources that were found. Grammarly opens this API, a beta, to Enterprise and institution-wide Education licences only.',
        fr: 'Une note d’originalité, sans les sources trouvées. Grammarly n’ouvre cette API, en bêta, qu’aux licences Enterprise et Education pour tout l’établissement.',
      },
      evidenceUrl: 'https://developer.grammarly.com/plagiarism-detection-api.html',
    }),
    partnerGated('clarity', {
      label: { en: 'Clarity', fr: 'Clarté' },
      requiredApi: 'Writing Score API v2; Grammarly Enterprise or institution-wide Education licence',
      actions: [scoreText, getCheckResult],
      note: {
        en: 'A clarity score, without the sentences that lower it. Grammarly opens this API to Enterprise and institution-wide Education licences only.',
        fr: 'Une note de clarté, sans les phrases qui la font baisser. Grammarly n’ouvre cette API qu’aux licences Enterprise et Education pour tout l’établissement.',
      },
      evidenceUrl: scoreGuide,
    }),
  ],
};
