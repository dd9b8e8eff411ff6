/**
 * How Node is started for the product: by `npm start`, by the image and by compose.yaml alike. A process serves from one
 * thread; V8's helpers would take its processor from it while memory is collected. A worker makes more garbage at a time, and
 * is faster with V8's own size of its young generation (docs/performance.md).
 */
export const nodeFlags = {
  main: ['--single-threaded-gc', '--max-semi-space-size=8'],
  worker: ['--single-threaded-gc'],
} as const;
