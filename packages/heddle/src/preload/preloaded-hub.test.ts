import { isHubPreloaded } from './preloaded-hub'

test.each([
  [['--import', 'heddle'], {}, true],
  [['--import=heddle'], {}, true],
  [['-r', 'heddle', '--enable-source-maps'], {}, true],
  [[], { NODE_OPTIONS: '--max-old-space-size=4096 --require heddle' }, true],
  [['--import', 'heddle/register'], {}, false],
  [['--import', './heddle'], {}, false],
  [['--import', 'heddle-telemetry'], {}, false],
  [['--conditions', 'heddle'], {}, false],
  [[], {}, false],
])('of the flags %p and the environment %p', (execArgv, env, isPreloaded) => {
  expect(isHubPreloaded({ execArgv, env })).toBe(isPreloaded)
})
