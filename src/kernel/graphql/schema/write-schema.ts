import { writeFile } from 'node:fs/promises';
import type { DynamicModule, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { schemaOptions } from './schema-options.js';

/**
 * Prints the schema that the resolvers of a module tree declare, sorted, with descriptions. Only classes are looked
 * at: nothing is connected to, and no provider is made.
 */
export async function printedSchema(rootModule: ModuleReference): Promise<string> {
  const context = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: false });
  try {
    const resolvers = [...providerClasses(rootModule)];
    const schema = await context.get(GraphQLSchemaFactory).create(resolvers, schemaOptions());
    return `${printSchema(lexicographicSortSchema(schema))}\n`;
  } finally {
    await context.close();
  }
}

/** Writes `schema.graphql`, which is tracked and reviewed like an API. */
export async function writeSchema(rootModule: ModuleReference, file: string): Promise<void> {
  await writeFile(file, await printedSchema(rootModule));
}

export type ModuleReference = Type | DynamicModule;

function providerClasses(root: ModuleReference): Set<Type> {
  const classes = new Set<Type>();
  const seen = new Set<ModuleReference>();
  const visit = (reference: unknown): void => {
    if (!isModule(reference) || seen.has(reference)) return;
    seen.add(reference);
    const { type, parts } = partsOf(reference);
    for (const provider of [...parts.providers, ...metadataOf(type, 'providers')]) {
      const implementation = classOf(provider);
      if (implementation) classes.add(implementation);
    }
    for (const imported of [...parts.imports, ...metadataOf(type, 'imports')]) visit(imported);
  };
  visit(root);
  return classes;
}

function partsOf(reference: ModuleReference): { type: Type; parts: { providers: unknown[]; imports: unknown[] } } {
  if (typeof reference === 'function') return { type: reference, parts: { providers: [], imports: [] } };
  const { module, providers = [], imports = [] } = reference;
  return { type: module, parts: { providers, imports } };
}

function metadataOf(type: Type, key: 'providers' | 'imports'): unknown[] {
  const metadata: unknown = Reflect.getMetadata(key, type);
  return Array.isArray(metadata) ? metadata : [];
}

function isModule(value: unknown): value is ModuleReference {
  return typeof value === 'function' || (typeof value === 'object' && value !== null && 'module' in value);
}

function classOf(provider: unknown): Type | undefined {
  if (isClass(provider)) return provider;
  const implementation =
    typeof provider === 'object' && provider !== null && 'useClass' in provider ? provider.useClass : null;
  return isClass(implementation) ? implementation : undefined;
}

function isClass(value: unknown): value is Type {
  return typeof value === 'function';
}
