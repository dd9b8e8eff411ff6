import { buddy } from './buddy.agent.js';
import { cassie } from './cassie.agent.js';
import type { Specialist } from './define-specialist.js';
import { dexter } from './dexter.agent.js';
import { emmie } from './emmie.agent.js';
import { penn } from './penn.agent.js';
import { seomi } from './seomi.agent.js';
import { soshie } from './soshie.agent.js';

/** Every specialist, in the order in which they are shown. */
export const specialists: readonly Specialist[] = [soshie, cassie, seomi, dexter, buddy, emmie, penn];
