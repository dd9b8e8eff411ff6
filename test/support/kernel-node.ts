import 'reflect-metadata';
import { Module, type DynamicModule, type INestApplicationContext, type Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Config, ConfigModule } from '../../src/kernel/config/index.js';
import { LifecycleModule } from '../../src/kernel/lifecycle/index.js';
import { AppLogger, NestLog, ObservabilityModule, Redactor } from '../../src/kernel/observability/index.js';

export type LogLine = Record<string, unknown> & { event: string };

/** One server process of a test: the kernel and what the test adds. Several can run side by side in one real process. */
export interface KernelNode {
  app: INestApplicationContext;
  lines: LogLine[];
  close(): Promise<void>;
}

export interface KernelNodeOptions {
  env: Record<string, string>;
  imports: (DynamicModule | Type)[];
  providers?: Type[];
}

@Module({})
class TestRoot {}

export async function startKernelNode({ env, imports, providers = [] }: KernelNodeOptions): Promise<KernelNode> {
  const lines: LogLine[] = [];
  const config = Config.read({ NODE_ENV: 'test', ...env });
  const destination = { write: (line: string) => void lines.push(JSON.parse(line) as LogLine) };
  const log = new AppLogger({ level: 'debug', destination, redactor: new Redactor(config.secretValues()) });
  const root = {
    module: TestRoot,
    imports: [ConfigModule.with(config), ObservabilityModule.with(log), LifecycleModule, ...imports],
    providers,
  };
  const app = await NestFactory.createApplicationContext(root, { logger: new NestLog(log), abortOnError: false });
  return { app, lines, close: () => app.close() };
}
