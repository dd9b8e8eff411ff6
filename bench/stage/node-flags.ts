/**
 * How every process of the product is started: by `npm start`, by the image and by compose.yaml alike. A process serves from
 * one thread; V8's helpers would take its processor from it while memory is collected (docs/performance.md).
 */
export const nodeFlags = ['--single-threaded-gc', '--max-semi-space-size=8'];
