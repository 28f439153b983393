export { cloudDetector } from './detectors/cloud'
export { containerDetector } from './detectors/container'
export { hostDetector } from './detectors/host'
export { kubernetesDetector } from './detectors/kubernetes'
export { processDetector } from './detectors/process'
export {
  type AttributeSource,
  attributeSource,
  type DetectedResourceAttributes,
  type Resource,
  type ResourceDetector,
} from './otel-resource'
export { createResource, identityDetector, type ResourceOptions } from './resource'
export type { ServiceIdentity } from './service-identity'
