import { AsyncLocalStorage } from 'node:async_hooks';
import { TestEnvironment as NodeEnvironment } from 'jest-environment-node';

/** All that the file of tests at hand has begun to use. */
const inUse = new Set();
const { run, enterWith } = AsyncLocalStorage.prototype;

AsyncLocalStorage.prototype.run = function (...args) {
  inUse.add(this);
  return run.apply(this, args);
};
AsyncLocalStorage.prototype.enterWith = function (...args) {
  inUse.add(this);
  return enterWith.apply(this, args);
};

/**
 * Node 20 visits every AsyncLocalStorage that was ever used, for each promise. A worker of Jest runs many files of tests, each
 * of which makes its own; they are let go of with the file.
 */
export default class TestEnvironment extends NodeEnvironment {
  async teardown() {
    await super.teardown();
    for (const storage of inUse) storage.disable();
    inUse.clear();
  }
}
