import type { Locale } from '../../../kernel/errors/index.js';
import { wallTime } from '../time/zoned-time.js';

/** When and where something was said, and how strictly it is taken. */
export interface Scene {
  now: Date;
  timeZone: string;
  /** In which it was understood, whatever the caller's is. */
  language: Locale;
  /** What the calendar and the clock of the zone show now. */
  today: number;
  minutes: number;
  graceMinutes: number;
  pastAllowed: boolean;
}

export function sceneAt(scene: Omit<Scene, 'today' | 'minutes'>): Scene {
  const { day, minutes } = wallTime(scene.now, scene.timeZone);
  return { ...scene, today: day, minutes };
}

/** Callers need a moment to say `now`. */
export function isOver(moment: Date, { now, graceMinutes, pastAllowed }: Scene): boolean {
  return !pastAllowed && moment.getTime() < now.getTime() - graceMinutes * 60_000;
}
