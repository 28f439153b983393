// The scenarios, the weightiest first: a run that is interrupted has saved those.
import { readdirSync } from 'node:fs'

const first = ['fastify', 'express', 'log-steady', 'pino-line', 'start-up', 'log-burst']
const all = readdirSync(new URL('../scenarios/', import.meta.url)).map((file) => file.replace('.mjs', ''))

export const scenarioNames = [...first, ...all.filter((name) => !first.includes(name)).sort()]
