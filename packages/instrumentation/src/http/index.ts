export { recordError, requestState, type ServerRequestState, setRoute } from './server-request'
