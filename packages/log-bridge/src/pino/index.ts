export { PinoBridge, type PinoBridgeOptions } from './pino-bridge'
