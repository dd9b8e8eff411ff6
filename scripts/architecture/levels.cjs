const { kernel, features, kernelOnly, sideDoors } = require('./levels.json');

/**
 * Every module of src with its folder and the modules it may import; what is not named here may not exist.
 * The one table behind both checks of direction: boundaries (eslint.boundaries.js) and dependency-cruiser.
 *
 * @returns {{ name: string, folder: string, mayImport: string[] }[]}
 */
function modules() {
  const parts = kernel.map((part) => `kernel/${part}`);
  const inKernel = parts.map((name, index) => ({ name, mayImport: parts.slice(0, index) }));
  const inFeatures = features.flatMap((level, index) =>
    level.map((name) => ({ name, mayImport: [...parts, ...features.slice(0, index).flat()] })),
  );
  const apart = kernelOnly.map((name) => ({ name, mayImport: parts }));
  return [...inKernel, ...inFeatures, ...apart].map((each) => ({ ...each, folder: `src/${each.name}` }));
}

/** Indexes of parts that are loaded only where they are needed, by the roots. */
module.exports = { modules, sideDoors };
