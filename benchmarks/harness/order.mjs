// The scenarios, the weightiest first, so that an interrupted run has saved those.
import { readdirSync } from 'node:fs'

const FIRST = ['fastify', 'express', 'log-steady', 'pino-line', 'start-up', 'log-burst']
const all = readdirSync(new URL('../scenarios/', import.meta.url)).map((file) => file.replace('.mjs', ''))

export const scenarioNames = [...FIRST, ...all.filter((name) => !FIRST.includes(name)).sort()]
