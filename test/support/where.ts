/**
 * Tests that need what is not on every machine: a Redis, the platforms' descriptions. Where it is missing they are reported as
 * skipped, with their names; `.ci/run` installs Redis and prints how many were.
 */
export function itWhere(isThere: boolean): typeof it {
  return isThere ? it : it.skip;
}

export function describeWhere(isThere: boolean): typeof describe {
  return isThere ? describe : describe.skip;
}
