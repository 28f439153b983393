import type { Sampler } from '@opentelemetry/api'
import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace-node'
import { shown } from '../reading/problems'
import type { Reader } from './reader'

const PARENTS = {
  remote_parent_sampled: 'remoteParentSampled',
  remote_parent_not_sampled: 'remoteParentNotSampled',
  local_parent_sampled: 'localParentSampled',
  local_parent_not_sampled: 'localParentNotSampled',
} as const

/** A sampler of any depth; `undefined` where it cannot be read. */
export function readSampler(path: string, value: unknown, reader: Reader): Sampler | undefined {
  let sampler: Sampler | undefined
  reader.oneOf(path, value, {
    always_on: reader.bare(() => {
      sampler = new AlwaysOnSampler()
    }),
    always_off: reader.bare(() => {
      sampler = new AlwaysOffSampler()
    }),
    trace_id_ratio_based: (path, value) => {
      let ratio = 1
      reader.map(path, value, {
        ratio: (path, given) => {
          if (typeof given === 'number' && given >= 0 && given <= 1) ratio = given
          else reader.complain(path, `read ${shown(given)}, allowed: a ratio from 0 to 1`)
        },
      })
      sampler = new TraceIdRatioBasedSampler(ratio)
    },
    parent_based: (path, value) => {
      const parts: Record<string, Sampler | undefined> = {}
      const part = (name: string) => (path: string, value: unknown) => {
        parts[name] = readSampler(path, value, reader)
      }
      const fields = Object.entries(PARENTS).map(([key, name]) => [key, part(name)] as const)
      reader.map(path, value, { root: part('root'), ...Object.fromEntries(fields) })
      sampler = new ParentBasedSampler({ ...parts, root: parts['root'] ?? new AlwaysOnSampler() })
    },
  })
  return sampler
}
