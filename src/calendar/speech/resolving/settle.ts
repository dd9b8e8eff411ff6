import type { LocalizedText } from '../../../kernel/errors/index.js';
import type { ReadMoment, SettledMoment } from '../moment.js';
import { askOpenly, askWhetherNext, askWhich, whichDay } from './questions.js';
import { past, skippedTime } from './refusals.js';
import type { WallTime } from '../time/zoned-time.js';
import type { Scene } from './scene.js';

/** What was said can mean, each in the order of time; or why it means nothing by itself. */
export type Candidates =
  | {
      kind: 'found';
      ahead: readonly SettledMoment[];
      over: readonly SettledMoment[];
      /** Times that no clock shows, as it is put forward then. */
      skipped: readonly WallTime[];
    }
  | { kind: 'open'; question: LocalizedText };

interface Settling {
  scene: Scene;
  /** What comes to mind first is over. */
  passed: boolean;
  /** What to ask where even a single candidate is doubtful. */
  question?: LocalizedText;
}

/** One candidate is the answer; several are asked back. */
export function settle(found: Candidates, { scene, passed, question }: Settling): ReadMoment {
  if (found.kind === 'open') return askOpenly(found.question);
  const { ahead, over, skipped } = found;
  const [first, ...others] = ahead;
  if (first && others.length > 0) return askWhich(ahead, scene);
  if (first && passed) return askWhetherNext([first], scene);
  if (first) return question ? askOpenly(question, ahead) : first;
  const [gone] = over;
  if (gone) return past(gone, scene);
  const [gap] = skipped;
  return gap ? skippedTime(gap, scene) : askOpenly(question ?? whichDay);
}

export function settleOne(moment: SettledMoment, { over, scene }: { over: boolean; scene: Scene }): ReadMoment {
  return over ? past(moment, scene) : moment;
}
