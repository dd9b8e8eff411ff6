import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import { connectionCheckKey, type ConnectionCheckContract } from './connection-check.js';
import { connectionRepairKey, type ConnectionRepairContract } from './connection-repair.js';
import { hops } from './finding.js';

/** Who checks the hops and who repairs, found at boot; two for one key fail it. */
@Injectable()
export class DiagnosisParts implements OnModuleInit {
  readonly #checks: ConnectionCheckContract[] = [];
  readonly #repairs = new Map<string, ConnectionRepairContract>();

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  onModuleInit(): void {
    for (const wrapper of this.discovery.getProviders()) {
      const { metatype } = wrapper;
      const instance: unknown = wrapper.instance;
      if (!metatype) continue;
      if (this.reflector.get<boolean | undefined>(connectionCheckKey, metatype)) this.addChecks(instance);
      if (this.reflector.get<boolean | undefined>(connectionRepairKey, metatype)) this.addRepair(instance);
    }
    this.#checks.sort((one, other) => hops.indexOf(one.hop) - hops.indexOf(other.hop));
  }

  /** Along the way of a call. */
  get checks(): readonly ConnectionCheckContract[] {
    return this.#checks;
  }

  repairer(kind: string): ConnectionRepairContract | undefined {
    return this.#repairs.get(kind);
  }

  private addChecks(checks: unknown): void {
    if (!isCheck(checks)) throw new Error('What checks a hop needs hop, keys and a method run(chain).');
    if (this.#checks.includes(checks)) return;
    const known = new Set(this.#checks.flatMap(({ keys }) => keys));
    const twice = checks.keys.find((key) => known.has(key));
    if (twice !== undefined) throw new Error(`Two classes check "${twice}".`);
    this.#checks.push(checks);
  }

  private addRepair(repair: unknown): void {
    if (!isRepair(repair)) throw new Error('What repairs needs a kind, and the methods read, apply and undo.');
    const known = this.#repairs.get(repair.kind);
    if (known && known !== repair) throw new Error(`Two classes repair "${repair.kind}".`);
    this.#repairs.set(repair.kind, repair);
  }
}

function isCheck(value: unknown): value is ConnectionCheckContract {
  return has(value, 'hop') && has(value, 'keys') && has(value, 'run');
}

function isRepair(value: unknown): value is ConnectionRepairContract {
  return has(value, 'kind') && has(value, 'read') && has(value, 'apply') && has(value, 'undo');
}

function has(value: unknown, member: string): boolean {
  return typeof value === 'object' && value !== null && member in value;
}
