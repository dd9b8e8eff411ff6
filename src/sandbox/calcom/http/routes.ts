import { notFound } from '../refusal.js';
import type { Route, StandInReply, StandInRequest } from './stand-in-request.js';

interface CompiledRoute extends Route {
  readonly segments: readonly string[];
}

/** Finds who answers a request; paths without names in them come first. */
export class Routes {
  readonly #routes: readonly CompiledRoute[];

  constructor(
    routes: readonly Route[],
    private readonly pause: (() => Promise<void>) | null = null,
  ) {
    const compiled = routes.map((route) => ({ ...route, segments: route.path.split('/') }));
    const names = ({ segments }: CompiledRoute) => segments.filter((segment) => segment.startsWith(':')).length;
    this.#routes = compiled.sort((one, other) => names(one) - names(other));
  }

  isPublic(method: string, path: string): boolean {
    return this.match(method, path)?.route.isPublic === true;
  }

  /** @throws Refusal */
  async answer(request: Omit<StandInRequest, 'parts' | 'pause'>): Promise<StandInReply> {
    const match = this.match(request.method, request.path);
    const { versions, handle, handleOld } = match?.route ?? {};
    const isKnown = versions === undefined || versions.some((version) => version === request.version);
    const handler = isKnown ? handle : handleOld;
    if (!match || !handler) throw notFound(`Cannot ${request.method} ${request.path}`);
    if (this.pause && match.route.pausesItself !== true) await this.pause();
    return handler({ ...request, parts: match.parts, pause: this.pause });
  }

  private match(method: string, path: string): { route: CompiledRoute; parts: string[] } | null {
    const segments = path.split('/');
    for (const route of this.#routes) {
      if (route.method !== method || route.segments.length !== segments.length) continue;
      const parts = partsOf(route.segments, segments);
      if (parts) return { route, parts };
    }
    return null;
  }
}

function partsOf(pattern: readonly string[], segments: readonly string[]): string[] | null {
  const parts: string[] = [];
  for (const [index, segment] of pattern.entries()) {
    const given = segments[index] ?? '';
    if (segment.startsWith(':')) parts.push(decodeURIComponent(given));
    else if (segment !== given) return null;
  }
  return parts;
}
