// One jest project per package: `module.exports = require('../../jest.preset')('<name>')`.
module.exports = (displayName) => ({
  displayName,
  testEnvironment: 'node',
  testMatch: ['**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  moduleNameMapper: { '^fast-check$': require.resolve('./scripts/fast-check') },
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
})
