import type { Sentences } from './sentences.js';

export const chinese: Sentences = {
  moment: '请稍等。',
  stillLooking: '感谢您的等待，马上就好。',
  areYouThere: '您还在吗？我在听。',
  notHeard: '我听不到您的声音。您能大声一点吗？',
  silentGoodbye: '我听不到您的声音了。欢迎再次来电，再见。',
  unclear: '对不起，我没有听清楚。您能用中文再说一遍吗？',
  tooSlow: '对不起，处理时间太长了。您能再说一遍您的需求吗？还是想留言？',
  trouble: '对不起，出现了技术问题。您能再说一遍吗？还是想留言？',
  askMessage: '技术问题仍然存在。请现在留言并说明您的姓名，我会转达。',
  noted: '谢谢，您的留言已记录并会转达。再见。',
  nobody: '目前没有人可以接听。您想留言吗？',
  closed: '我们现在无法接听您的来电，请稍后再拨。',
  interrupted: '对不起，通话中断了。我能为您做什么？',
  whisper: '语音助手转接的来电。',
};
