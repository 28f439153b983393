import { within } from './deadline'

test('a deadline that has passed ends the wait at once, and is nothing that Node.js would warn of', async () => {
  const timers = jest.spyOn(globalThis, 'setTimeout')
  await within(-1.5, new Promise(() => {}))
  expect(timers.mock.calls.map(([, delayMs]) => delayMs)).toEqual([0])
  timers.mockRestore()
})
