import type { LocalizedText } from '../../../kernel/errors/index.js';
import type { LastCall } from '../database/arrivals.repository.js';
import { fail, pass, skipped, warn, type Finding } from '../finding.js';

const running: LocalizedText = { en: 'The call goes on.', fr: 'L’appel est en cours.' };
const unheard: LocalizedText = {
  en: 'Nobody was on the line, so there was nothing to hear.',
  fr: 'Personne n’était en ligne : il n’y avait rien à entendre.',
};

const advice = {
  answered: {
    en: 'The last call was not answered. Its reason stands beside it; the checks above say whether the way is right now.',
    fr: 'Le dernier appel n’a pas reçu de réponse. Sa raison est indiquée ; les vérifications ci-dessus disent si le chemin est juste à présent.',
  },
  conversation: {
    en: 'Nobody spoke in the last call. Ring again and say something; if it stays so, look at the transcriber and its language.',
    fr: 'Personne n’a parlé lors du dernier appel. Rappelez et dites quelque chose ; si cela persiste, vérifiez la transcription et sa langue.',
  },
  ending: {
    en: 'The last call ended by a fault of the platform. Look the reason up; it mostly names a model, a voice or a key.',
    fr: 'Le dernier appel s’est terminé sur une erreur de la plateforme. Consultez la raison : elle désigne le plus souvent un modèle, une voix ou une clé.',
  },
  transcript: {
    en: 'The last call has no transcript. Check vapi.events above: final transcripts have to be among them.',
    fr: 'Le dernier appel n’a pas de transcription. Voyez vapi.events ci-dessus : les transcriptions finales doivent y figurer.',
  },
};
const reasons = 'https://docs.vapi.ai/calls/call-ended-reason';

export const callKeys = [
  'call.listed',
  'call.rang',
  'call.answered',
  'call.conversation',
  'call.clean-end',
  'call.transcript',
];

/** The last call, from its ringing to its transcript. Nothing where there was none: another check says so. */
export function judgeLastCall(call: LastCall | null): Record<string, Finding> {
  if (!call) return {};
  const { createdAt, startedAt, endedAt, endedReason } = call;
  const wasAnswered = startedAt !== null && !['NO_ANSWER', 'BUSY', 'CANCELLED'].includes(call.outcome ?? '');
  const answered = wasAnswered
    ? pass(startedAt.toISOString())
    : warn({ observed: endedReason ?? call.status, advice: advice.answered, helpUrl: reasons });
  return {
    'call.listed': pass(createdAt.toISOString()),
    'call.rang': pass(createdAt.toISOString()),
    'call.answered': endedAt === null && !wasAnswered ? skipped(running) : answered,
    'call.conversation': judgeConversation(call, wasAnswered),
    'call.clean-end': judgeEnding(call),
    'call.transcript': judgeTranscript(call, wasAnswered),
  };
}

function judgeConversation({ callerSegments, endedAt }: LastCall, wasAnswered: boolean): Finding {
  if (callerSegments > 0) return pass(`${callerSegments}`);
  if (endedAt === null) return skipped(running);
  return wasAnswered ? warn({ observed: '0', advice: advice.conversation }) : skipped(unheard);
}

function judgeEnding({ endedAt, endedReason, outcome }: LastCall): Finding {
  if (endedAt === null) return skipped(running);
  if (outcome !== 'ERROR') return pass(endedReason ?? undefined);
  return fail({ observed: endedReason ?? outcome, advice: advice.ending, helpUrl: reasons });
}

function judgeTranscript({ segments, endedAt }: LastCall, wasAnswered: boolean): Finding {
  if (segments > 0) return pass(`${segments}`);
  if (endedAt === null) return skipped(running);
  return wasAnswered ? fail({ observed: '0', advice: advice.transcript }) : skipped(unheard);
}
