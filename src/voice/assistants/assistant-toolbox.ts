import { Injectable } from '@nestjs/common';
import { inLocale, type Locale } from '../../kernel/errors/index.js';
import type { CreateAssistant } from './assistant-input.js';
import { ToolsRefused } from './assistants.errors.js';
import { assistantDefaults } from './catalogue/assistant-defaults.js';
import type { Choice } from './catalogue/options.js';
import { vapiNativeTools } from './catalogue/vapi-native-tools.js';
import { OwnTools } from './own-tools.js';
import type { AssistantTool } from './voice-assistant.entity.js';

type WantedTools = NonNullable<CreateAssistant['tools']>;

/** The tools that an assistant can have: ours, and those that Vapi runs itself. */
@Injectable()
export class AssistantToolbox {
  constructor(private readonly own: OwnTools) {}

  /**
   * The tools asked for, or the usual ones.
   *
   * @throws ToolsRefused for one that is not known or there twice.
   */
  equip(wanted: WantedTools | undefined): AssistantTool[] {
    const own = new Set(this.own.list().map(({ key }) => key));
    const native = new Set(vapiNativeTools.map(({ key }) => key));
    const tools = wanted ?? assistantDefaults.tools.filter((key) => own.has(key)).map((key) => ({ key }));
    const faults = tools.flatMap(({ key }, index) => {
      const twice = tools.findIndex((other) => other.key === key) < index;
      return twice || !(own.has(key) || native.has(key)) ? [{ index, key, twice }] : [];
    });
    if (faults.length > 0) throw new ToolsRefused(faults, [...own, ...native]);
    return tools.map((tool) => ({
      key: tool.key,
      kind: own.has(tool.key) ? 'OURS' : 'VAPI_NATIVE',
      ...spoken(tool),
    }));
  }

  choices(locale: Locale): Choice[] {
    return [...this.own.list(), ...vapiNativeTools].map(({ key, label }) => ({
      key,
      label: inLocale(label, locale),
      language: null,
      provider: null,
    }));
  }
}

/** An empty text is as good as none. */
function spoken({ sayOnStart, sayOnDone, sayOnFailure }: WantedTools[number]): Omit<AssistantTool, 'key' | 'kind'> {
  return { sayOnStart: sayOnStart || null, sayOnDone: sayOnDone || null, sayOnFailure: sayOnFailure || null };
}
