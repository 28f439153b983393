export { onFirstLoad } from './on-first-load'
export { onModuleCompiled, type PackageCopy } from './on-module-compiled'
export { showImports } from './show-imports'
