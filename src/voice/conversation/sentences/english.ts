import type { Sentences } from './sentences.js';

export const english: Sentences = {
  moment: 'One moment, please.',
  stillLooking: 'Thank you for waiting, I am nearly there.',
  areYouThere: 'Are you still there? I am listening.',
  notHeard: 'I cannot hear you. Could you speak a little louder?',
  silentGoodbye: 'I cannot hear you any more. Please feel free to call again. Goodbye.',
  unclear: 'I am sorry, I did not quite catch that. Could you say it again, in English?',
  tooSlow: 'I am sorry, this is taking too long. Could you say that again, or would you rather leave a message?',
  trouble: 'I am sorry, I have a technical problem. Could you say that again, or would you rather leave a message?',
  askMessage:
    'The technical problem is still there. Please say your message now, with your name, and I will pass it on.',
  noted: 'Thank you, your message is noted and will be passed on. Goodbye.',
  nobody: 'Nobody can take the call right now. Would you like to leave a message?',
  closed: 'We cannot take your call right now. Please call again later.',
  interrupted: 'I am sorry, we were interrupted. What can I do for you?',
  whisper: 'A call passed on by the voice assistant.',
};
