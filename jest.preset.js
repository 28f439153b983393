// One jest project per package: `module.exports = require('../../jest.preset')('<name>')`.
module.exports = (displayName) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  // Builds of Next in test/frameworks have a package.json each, of the same name.
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.*\\.cache/'],
  moduleNameMapper: { '^fast-check$': require.resolve('./scripts/fast-check') },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
})
