import { seeImportedPackages } from './imported-packages'

const stops: (() => void)[] = []
afterEach(() => {
  for (const stop of stops.splice(0)) stop()
})

function seen() {
  const patch = jest.fn((exports: unknown) => exports)
  const unpatch = jest.fn()
  const definition = { name: 'pg', patch, unpatch, files: [] as const }
  stops.push(seeImportedPackages([{ _modules: [definition] }, {}]))
  return { definition, patch, unpatch }
}

const exported = { Pool: class {} }
const namespace = { default: exported, [Symbol.toStringTag]: 'Module' }

test('what a require hook has patched is not patched once more when a loader hook shows its namespace', () => {
  const { definition, patch } = seen()
  expect(definition.patch(exported)).toBe(exported)
  expect(definition.patch(namespace)).toBe(namespace)
  expect(patch.mock.calls.map(([each]) => each)).toEqual([exported])
})

test('nor is what a patch has put into the place of the exports', () => {
  const { definition, patch } = seen()
  const wrapped = class {}
  patch.mockReturnValueOnce(wrapped)
  definition.patch(exported)
  definition.patch({ ...namespace, default: wrapped })
  expect(patch).toHaveBeenCalledTimes(1)
})

test('a namespace that was not seen as exports before is patched, and so is each copy of a package', () => {
  const { definition, patch } = seen()
  definition.patch(namespace)
  definition.patch({ ...exported })
  definition.patch(exported)
  expect(patch).toHaveBeenCalledTimes(3)
})

test('what was unpatched is patched again', () => {
  const { definition, patch, unpatch } = seen()
  definition.patch(exported)
  definition.unpatch(namespace)
  definition.patch(namespace)
  expect([patch.mock.calls.length, unpatch.mock.calls.length]).toEqual([2, 1])
})
