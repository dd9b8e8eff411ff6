import { DiscoveryService, MetadataScanner, ModulesContainer } from '@nestjs/core';
import { accessRuleKey } from '../../src/kernel/auth/index.js';
import { startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

/** What makes a method reachable from outside: Nest's own metadata of GraphQL operations and of routes. */
const operationKeys = ['graphql:resolver_type', 'path'];

/** Every method of a resolver or controller that a client can call. */
function operations(): { name: string; method: object; owner: object }[] {
  const discovery = new DiscoveryService(server.app.get(ModulesContainer, { strict: false }));
  const scanner = new MetadataScanner();
  return [...discovery.getProviders(), ...discovery.getControllers()].flatMap(({ metatype, instance }) => {
    if (!metatype || typeof instance !== 'object' || instance === null) return [];
    const prototype = Object.getPrototypeOf(instance) as Record<string, object>;
    return scanner.getAllMethodNames(prototype).flatMap((name) => {
      const method = prototype[name];
      const type: unknown =
        method && operationKeys.map((key): unknown => Reflect.getMetadata(key, method)).find(Boolean);
      const reachable =
        type !== undefined &&
        (typeof type !== 'string' || !/^[A-Z]/.test(type) || ['Query', 'Mutation', 'Subscription'].includes(type));
      return reachable && method ? [{ name: `${metatype.name}.${name}`, method, owner: metatype }] : [];
    });
  });
}

describe('every operation', () => {
  it('states who may call it', () => {
    const all = operations();
    expect(all.length).toBeGreaterThan(40);
    const open = all.filter(
      ({ method, owner }) => !Reflect.hasMetadata(accessRuleKey, method) && !Reflect.hasMetadata(accessRuleKey, owner),
    );
    expect(open.map(({ name }) => name)).toEqual([]);
  });

  it('is refused to a stranger unless it says otherwise', async () => {
    const publicOnes = operations()
      .filter(({ method, owner }) => {
        const rule: unknown = Reflect.getMetadata(accessRuleKey, method) ?? Reflect.getMetadata(accessRuleKey, owner);
        return typeof rule === 'object' && rule !== null && 'public' in rule;
      })
      .map(({ name }) => name.split('.')[1])
      .sort();
    expect(publicOnes).toMatchInlineSnapshot(`
     [
       "acceptInvitation",
       "callback",
       "close",
       "live",
       "metrics",
       "node",
       "open",
       "ready",
       "refresh",
       "refreshSession",
       "requestPasswordReset",
       "resetPassword",
       "resetPassword",
       "signIn",
       "signOut",
       "signUp",
     ]
    `);
  });
});
